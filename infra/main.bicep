targetScope = 'subscription'

@description('Name of this installation; it tells installations in one subscription apart.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Region of everything but Document Intelligence. It must offer Flex Consumption and zone-redundant storage.')
param location string

@description('Storage and vault are reached through private endpoints only.')
param privateNetwork bool

@description('Comma-separated IP ranges from which people reach the pages. Empty: from everywhere, behind the login.')
param allowedRanges string

@description('How often the data is kept: ZRS in three zones of the region, GZRS also in its paired region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param dataRedundancy string

@description('The data account cannot be deleted before its lock is.')
param lockData bool

@description('Client id of the Entra application that people log in to. Empty: nobody gets in.')
param loginClientId string

@description('Object id of an Entra group that may put files in the inbox and look at the ledger. Empty: nobody but the app.')
param operatorGroupId string

@description('Scans are read by Document Intelligence. Without it they wait in review.')
param documentIntelligence bool

@description('Region of Document Intelligence, in the European Union.')
@allowed([
  'swedencentral'
  'northeurope'
  'westeurope'
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'polandcentral'
  'spaincentral'
])
param documentIntelligenceLocation string

@description('A file is read only once Defender for Storage has found no threat in it. Turn its malware scanning on first.')
param malwareScan bool

@description('The shared mailbox that mails come from.')
param senderMail string

param senderName string

@description('The shared mailbox that Microsoft Graph sends from, once the app may use it. Empty: mails lie in the outbox.')
param graphMailbox string

@description('A channel in Teams gets a weekly digest, through the flow whose address is the secret teams-flow in the vault.')
param teamsDigest bool
@description('The id in Microsoft Graph of the SharePoint library that answers are copied from. Empty: none is read.')
param shareDriveId string

@description('Where alerts and budget warnings are mailed. Empty: they are seen in the portal only.')
param alertMail string

@description('Warn when the month is about to cost more, in the currency of the subscription. 0: no budget.')
param monthlyBudget int

@description('First day of the month in which the budget begins.')
param budgetStart string

@description('Telemetry is cut off for the day beyond so many GB.')
param dailyLogGigabytes int

@description('Never more instances than this.')
@minValue(1)
@maxValue(1000)
param maximumInstances int

var token = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName }
var names = {
  identity: 'id-remiss-${token}'
  hostStorage: 'stremhost${token}'
  dataStorage: 'stremdata${token}'
  workspace: 'log-remiss-${token}'
  insights: 'appi-remiss-${token}'
  actionGroup: 'ag-remiss-${token}'
  vault: 'kv-${token}'
  documentIntelligence: 'di-remiss-${token}'
  plan: 'plan-remiss-${token}'
  app: 'func-remiss-${token}'
  topic: 'evgt-remiss-${token}'
  network: 'vnet-remiss-${token}'
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: names.identity, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    actionGroupName: names.actionGroup
    location: location
    tags: tags
    dailyGigabytes: dailyLogGigabytes
    alertMail: alertMail
  }
}

module hostStorage 'modules/hostStorage.bicep' = {
  scope: group
  params: { name: names.hostStorage, location: location, tags: tags, privateNetwork: privateNetwork }
}

module dataStorage 'modules/dataStorage.bicep' = {
  scope: group
  params: {
    name: names.dataStorage
    location: location
    tags: tags
    privateNetwork: privateNetwork
    redundancy: dataRedundancy
    lock: lockData
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: { name: names.vault, location: location, tags: tags, privateNetwork: privateNetwork }
}

module reader 'modules/documentIntelligence.bicep' = if (documentIntelligence) {
  scope: group
  params: {
    name: names.documentIntelligence
    location: documentIntelligenceLocation
    tags: tags
    privateNetwork: privateNetwork
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  dependsOn: [identity, monitoring, hostStorage, dataStorage, vault, reader]
  params: {
    identityName: names.identity
    hostStorageName: names.hostStorage
    dataStorageName: names.dataStorage
    insightsName: names.insights
    vaultName: names.vault
    documentIntelligenceName: documentIntelligence ? names.documentIntelligence : ''
    operatorGroupId: operatorGroupId
    malwareScan: malwareScan
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  dependsOn: [hostStorage, dataStorage, vault, reader]
  params: {
    name: names.network
    location: location
    tags: tags
    hostStorageName: names.hostStorage
    dataStorageName: names.dataStorage
    vaultName: names.vault
    documentIntelligenceName: documentIntelligence ? names.documentIntelligence : ''
  }
}

module app 'modules/app.bicep' = {
  scope: group
  dependsOn: [roles, network]
  params: {
    name: names.app
    planName: names.plan
    location: location
    tags: tags
    identityName: names.identity
    hostStorageName: names.hostStorage
    dataStorageName: names.dataStorage
    insightsName: names.insights
    networkName: privateNetwork ? names.network : ''
    allowedRanges: filter(map(split(allowedRanges, ','), range => trim(range)), range => !empty(range))
    loginClientId: loginClientId
    senderMail: senderMail
    senderName: senderName
    graphMailbox: graphMailbox
    teamsDigest: teamsDigest
    vaultName: names.vault
    shareDriveId: shareDriveId
    maximumInstances: maximumInstances
    malwareScan: malwareScan
    // Not an output of the module: that is absent where the account is.
    ocrEndpoint: documentIntelligence ? 'https://${names.documentIntelligence}.cognitiveservices.azure.com/' : ''
  }
}

module topic 'modules/topic.bicep' = {
  scope: group
  dependsOn: [hostStorage, dataStorage]
  params: {
    name: names.topic
    location: location
    tags: tags
    dataStorageName: names.dataStorage
    hostStorageName: names.hostStorage
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  dependsOn: [monitoring, topic]
  params: {
    location: location
    tags: tags
    workspaceName: names.workspace
    topicName: names.topic
    actionGroupName: names.actionGroup
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0 && !empty(alertMail)) {
  scope: group
  params: { amount: monthlyBudget, start: budgetStart, mail: alertMail }
}

output AZURE_RESOURCE_GROUP string = group.name
output APP_NAME string = names.app
output APP_URL string = app.outputs.url
output APP_CLIENT_ID string = app.outputs.clientId
output APP_IDENTITY_NAME string = names.identity
output DATA_STORAGE_NAME string = names.dataStorage
output HOST_STORAGE_NAME string = names.hostStorage
output TOPIC_NAME string = names.topic
output VAULT_NAME string = names.vault
