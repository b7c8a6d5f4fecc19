using 'uploadLinkKey.bicep'

param vaultName = readEnvironmentVariable('VAULT_NAME')
param key = readEnvironmentVariable('UPLOAD_LINK_KEY')
