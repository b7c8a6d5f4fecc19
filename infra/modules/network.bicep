import { Tags } from 'types.bicep'

param name string
param location string
param tags Tags
param hostStorageName string
param dataStorageName string
param vaultName string
param documentIntelligenceName string

var storageZones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
}
var vaultZone = 'privatelink.vaultcore.azure.net'
var readerZone = 'privatelink.cognitiveservices.azure.com'
var hasReader = !empty(documentIntelligenceName)

var zoneNames = concat(map(items(storageZones), zone => zone.value), [vaultZone], hasReader ? [readerZone] : [])
var storageEndpoints = flatten(map(
  [hostStorageName, dataStorageName],
  account =>
    map(items(storageZones), zone => {
      name: '${account}-${zone.key}'
      target: resourceId('Microsoft.Storage/storageAccounts', account)
      part: zone.key
      zone: zone.value
    })
))
var vaultEndpoint = {
  name: vaultName
  target: resourceId('Microsoft.KeyVault/vaults', vaultName)
  part: 'vault'
  zone: vaultZone
}
var readerEndpoint = {
  name: documentIntelligenceName
  target: resourceId('Microsoft.CognitiveServices/accounts', documentIntelligenceName)
  part: 'account'
  zone: readerZone
}
var endpoints = concat(storageEndpoints, [vaultEndpoint], hasReader ? [readerEndpoint] : [])

resource network 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/24'] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.40.0.0/26'
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.40.0.64/26' }
      }
    ]
  }

  resource endpointSubnet 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zoneNames: {
    name: zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, i) in zoneNames: {
    parent: zones[i]
    name: name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2025-01-01' = [
  for endpoint in endpoints: {
    name: 'pe-${endpoint.name}'
    location: location
    tags: tags
    properties: {
      subnet: { id: network::endpointSubnet.id }
      privateLinkServiceConnections: [
        {
          name: endpoint.part
          properties: { privateLinkServiceId: endpoint.target, groupIds: [endpoint.part] }
        }
      ]
    }
  }
]

resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-01-01' = [
  for (endpoint, i) in endpoints: {
    parent: privateEndpoints[i]
    name: 'default'
    dependsOn: [zones]
    properties: {
      privateDnsZoneConfigs: [
        {
          name: endpoint.part
          properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', endpoint.zone) }
        }
      ]
    }
  }
]
