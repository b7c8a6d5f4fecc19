using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')

param privateNetwork = bool(readEnvironmentVariable('PRIVATE_NETWORK', 'false'))
param allowedRanges = readEnvironmentVariable('ALLOWED_RANGES', '')
param dataRedundancy = readEnvironmentVariable('DATA_REDUNDANCY', 'Standard_ZRS')
param lockData = bool(readEnvironmentVariable('LOCK_DATA', 'true'))

param loginClientId = readEnvironmentVariable('LOGIN_CLIENT_ID', '')
param operatorGroupId = readEnvironmentVariable('OPERATOR_GROUP_ID', '')

param documentIntelligence = bool(readEnvironmentVariable('DOCUMENT_INTELLIGENCE', 'false'))
param documentIntelligenceLocation = readEnvironmentVariable('DOCUMENT_INTELLIGENCE_LOCATION', 'swedencentral')

param malwareScan = bool(readEnvironmentVariable('MALWARE_SCAN', 'false'))

param senderMail = readEnvironmentVariable('SENDER_MAIL')
param senderName = readEnvironmentVariable('SENDER_NAME', 'Remisshanteringen')
param graphMailbox = readEnvironmentVariable('GRAPH_MAILBOX', '')
param teamsDigest = bool(readEnvironmentVariable('TEAMS_DIGEST', 'false'))
param shareDriveId = readEnvironmentVariable('SHARE_DRIVE_ID', '')

param alertMail = readEnvironmentVariable('ALERT_MAIL', '')
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '0'))
param budgetStart = readEnvironmentVariable('BUDGET_START', '')
param dailyLogGigabytes = int(readEnvironmentVariable('DAILY_LOG_GB', '1'))
param maximumInstances = int(readEnvironmentVariable('MAXIMUM_INSTANCES', '40'))
