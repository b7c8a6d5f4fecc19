import { Tags } from 'types.bicep'

param name string
param planName string
param location string
param tags Tags
param identityName string
param hostStorageName string
param dataStorageName string
param insightsName string
param networkName string
param allowedRanges string[]
param loginClientId string
param senderMail string
param senderName string
param graphMailbox string
param teamsDigest bool
param vaultName string
param shareDriveId string
param maximumInstances int
param malwareScan bool
@description('Address of the Document Intelligence account; empty where scans go to a person.')
param ocrEndpoint string

var hasLogin = !empty(loginClientId)
// App Service asks for the client secret under this name and uses the app's own identity instead of one.
var loginByIdentity = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostStorageName
}

resource data 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: dataStorageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource appSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-01-01' existing = if (!empty(networkName)) {
  name: '${networkName}/app'
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(networkName) ? null : appSubnet.id
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: maximumInstances, alwaysReady: [] }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${host.properties.primaryEndpoints.blob}app-package'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      // Event Grid delivers from public addresses only, so it stays let in when people are kept to their ranges.
      ipSecurityRestrictionsDefaultAction: empty(allowedRanges) ? 'Allow' : 'Deny'
      ipSecurityRestrictions: concat(
        [{ name: 'event-grid', priority: 100, action: 'Allow', tag: 'ServiceTag', ipAddress: 'AzureEventGrid' }],
        map(range(0, length(allowedRanges)), i => {
          name: 'people-${i}'
          priority: 200 + i
          action: 'Allow'
          tag: 'Default'
          ipAddress: allowedRanges[i]
        })
      )
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(
      loadJsonContent('../settings.json'),
      {
        AzureWebJobsStorage__blobServiceUri: host.properties.primaryEndpoints.blob
        AzureWebJobsStorage__queueServiceUri: host.properties.primaryEndpoints.queue
        AzureWebJobsStorage__tableServiceUri: host.properties.primaryEndpoints.table
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.properties.clientId
        RemissStorage__blobServiceUri: data.properties.primaryEndpoints.blob
        RemissStorage__queueServiceUri: data.properties.primaryEndpoints.queue
        RemissStorage__tableServiceUri: data.properties.primaryEndpoints.table
        RemissStorage__credential: 'managedidentity'
        RemissStorage__clientId: identity.properties.clientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
        AZURE_CLIENT_ID: identity.properties.clientId
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
        Notifications__SenderMail: senderMail
        Notifications__SenderName: senderName
        Notifications__BaseUrl: 'https://${app.properties.defaultHostName}'
        Security__Key: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=upload-link-key)'
        Graph__Mailbox: graphMailbox
        Share__DriveId: shareDriveId
        Graph__TenantId: tenant().tenantId
        Graph__ClientId: identity.properties.clientId
        Ocr__Endpoint: ocrEndpoint
        Quarantine__Mode: malwareScan ? 'tag' : 'off'
        Workflows__WebhookUrl: teamsDigest ? '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=teams-flow)' : ''
        Graph__TeamsAppId: loadJsonContent('../teams/manifest.json').id
      },
      hasLogin ? { '${loginByIdentity}': identity.properties.clientId } : {}
    )
  }

  resource login 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true, runtimeVersion: '~1' }
      globalValidation: {
        requireAuthentication: true
        unauthenticatedClientAction: hasLogin ? 'RedirectToLoginPage' : 'Return401'
        redirectToProvider: hasLogin ? 'azureactivedirectory' : null
        excludedPaths: [
          '/runtime/webhooks/blobs'
          '/upload/*'
          '/assets/*'
          '/personuppgifter'
          '/tillganglighet'
          '/healthz'
        ]
      }
      httpSettings: { requireHttps: true }
      identityProviders: hasLogin
        ? {
            azureActiveDirectory: {
              enabled: true
              registration: {
                clientId: loginClientId
                clientSecretSettingName: loginByIdentity
                openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
              }
              validation: { allowedAudiences: [loginClientId, 'api://${loginClientId}'] }
            }
          }
        : {}
      login: { tokenStore: { enabled: false } }
    }
  }

  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noScmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output url string = 'https://${app.properties.defaultHostName}'
output clientId string = identity.properties.clientId
