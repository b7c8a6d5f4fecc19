import { Tags } from 'types.bicep'

param name string
param location string
param tags Tags
param privateNetwork bool
param redundancy string
param lock bool

var containers = ['inbox', 'originals', 'text', 'compiled', 'quarantine', 'outbox', 'keys']
var queues = ['extract', 'classify', 'extract-poison', 'classify-poison', 'webjobs-blobtrigger-poison']
var tables = ['ledger', 'index', 'register']

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow', bypass: 'AzureServices' }
  }

  resource blobService 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 90 }
      containerDeleteRetentionPolicy: { enabled: true, days: 90 }
    }

    resource blobContainers 'containers' = [
      for container in containers: {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]
  }

  resource queueService 'queueServices' = {
    name: 'default'

    resource stepQueues 'queues' = [
      for queue in queues: {
        name: queue
      }
    ]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource ledgerTables 'tables' = [
      for table in tables: {
        name: table
      }
    ]
  }

  // Old versions of what the pipeline makes anew go; originals only move to a cheaper tier, and quarantine is left alone.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    dependsOn: [blobService]
    properties: {
      policy: {
        rules: [
          {
            name: 'old-versions-of-what-can-be-made-anew'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['inbox/', 'text/', 'compiled/'] }
              actions: { version: { delete: { daysAfterCreationGreaterThan: 90 } } }
            }
          }
          {
            name: 'originals-become-cool'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['originals/'] }
              actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 365 } } }
            }
          }
        ]
      }
    }
  }
}

resource undeletable 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'holds-public-records'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Originals and ledger are public records. Remove this lock only after they have been handed over or disposed of by decision.'
  }
}
