import { Tags } from 'types.bicep'

param location string
param tags Tags
param workspaceName string
param topicName string
param actionGroupName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: actionGroupName
}

// Timers of working days are asked for from Tuesday to Friday, when the last 24 hours held a working day's runs.
var timers = {
  Sweep: 1
  Dispatch: 1
  Share: 1
  Mailbox: 1
  Reminders: 24
  Weekly: 24
  Daily: 24
}
// Host and worker tell of a run in different tables and under different names, depending on their versions.
var runs = '''
let runs = union isfuzzy=true AppRequests, AppDependencies
| extend Function = coalesce(tostring(Properties["faas.name"]), extract("^(function )?([A-Za-z0-9]+)$", 2, Name));
'''
var timerRows = join(map(items(timers), timer => '"${timer.key}", ${timer.value}'), ', ')
var silent = '''

let seen = runs | where Success | summarize Last = max(TimeGenerated) by Function;
due
| join kind=leftouter seen on Function
| where isnull(Last) or Last < ago(Hours * 1h)
| where Hours < 24 or dayofweek(now()) in (2d, 3d, 4d, 5d)
'''

var queries = [
  {
    name: 'remiss-poison-messages'
    title: 'A document failed five times'
    severity: 1
    every: 'PT15M'
    over: 'PT15M'
    query: '${runs}runs | where Function endswith "Poison"'
  }
  {
    name: 'remiss-silent-timers'
    title: 'A timer has not run'
    severity: 1
    every: 'PT1H'
    over: 'P1D'
    query: '${runs}let due = datatable(Function: string, Hours: int) [${timerRows}];${silent}'
  }
  {
    name: 'remiss-server-errors'
    title: 'Requests end in 5xx'
    severity: 2
    every: 'PT15M'
    over: 'PT15M'
    query: 'AppRequests | where toint(ResultCode) between (500 .. 599)'
  }
]

resource fromLogs 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in queries: {
    name: rule.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      severity: rule.severity
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: rule.every
      windowSize: rule.over
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [actionGroup.id] }
    }
  }
]

resource undelivered 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for metric in ['DeadLetteredCount', 'DroppedEventCount']: {
    name: 'remiss-events-${toLower(metric)}'
    location: 'global'
    tags: tags
    properties: {
      description: 'Event Grid gave up on an event. The sweep finds the file; look why the webhook did not answer.'
      severity: 2
      enabled: true
      scopes: [topic.id]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: metric
            metricNamespace: 'Microsoft.EventGrid/systemTopics'
            metricName: metric
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: [{ actionGroupId: actionGroup.id }]
    }
  }
]
