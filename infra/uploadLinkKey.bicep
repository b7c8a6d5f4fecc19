param vaultName string

@description('Signs the upload links; whoever has it can make links.')
@secure()
@minLength(32)
param key string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName

  resource uploadLinkKey 'secrets' = {
    name: 'upload-link-key'
    properties: { value: key, contentType: 'text/plain' }
  }
}
