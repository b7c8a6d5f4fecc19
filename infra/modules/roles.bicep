param identityName string
param hostStorageName string
param dataStorageName string
param insightsName string
param vaultName string
param documentIntelligenceName string
param operatorGroupId string
param malwareScan bool

var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var tableDataReader = '76199698-9eea-4c19-bc75-cec21354c6b6'
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var cognitiveServicesUser = 'a97b65f3-24c7-4388-baec-2e87135dc908'

// The host keeps its locks, its package and its own blob queue in the host account, and asks to own the blobs there.
var ofApp = {
  host: [blobDataOwner, queueDataContributor, tableDataContributor]
  data: [blobDataContributor, queueDataContributor, tableDataContributor]
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostStorageName
}

resource data 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: dataStorageName

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource inbox 'containers' existing = {
      name: 'inbox'
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource reader 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = if (!empty(documentIntelligenceName)) {
  name: documentIntelligenceName
}

resource appOnHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in ofApp.host: {
    name: guid(host.id, identity.id, role)
    scope: host
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource appOnData 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in ofApp.data: {
    name: guid(data.id, identity.id, role)
    scope: data
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource appOnInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identity.id, monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

resource appOnVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource appOnReader 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(documentIntelligenceName)) {
  name: guid(reader.id, identity.id, cognitiveServicesUser)
  scope: reader
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cognitiveServicesUser)
  }
}

// Of the built-in roles only the owner of blobs reads their tags, and it may also change who owns them.
resource blobTagReader 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (malwareScan) {
  name: guid(resourceGroup().id, 'blob-tag-reader')
  properties: {
    roleName: 'Blob tag reader (${resourceGroup().name})'
    description: 'Reads the index tags of blobs, in which the malware scanner leaves its verdict.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [{ dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/read'] }]
  }
}

resource appOnVerdicts 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (malwareScan) {
  name: guid(data::blobService::inbox.id, identity.id, 'blob-tag-reader')
  scope: data::blobService::inbox
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: blobTagReader.id
  }
}

resource operatorsOnInbox 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorGroupId)) {
  name: guid(data::blobService::inbox.id, operatorGroupId, blobDataContributor)
  scope: data::blobService::inbox
  properties: {
    principalId: operatorGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
  }
}

resource operatorsOnLedger 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorGroupId)) {
  name: guid(data.id, operatorGroupId, tableDataReader)
  scope: data
  properties: {
    principalId: operatorGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataReader)
  }
}
