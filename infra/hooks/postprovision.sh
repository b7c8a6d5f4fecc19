#!/bin/sh
# Joins the login to the app that now has a name, and makes the key of the upload links once.
set -eu

if [ "${LOGIN_SETUP:-}" = ours ]; then
  az ad app update --id "$LOGIN_CLIENT_ID" --web-redirect-uris "$APP_URL/.auth/login/aad/callback" \
    --identifier-uris "api://$LOGIN_CLIENT_ID" --output none
  known=$(az ad app federated-credential list --id "$LOGIN_CLIENT_ID" --query "[?name=='app'] | length(@)" --output tsv)
  if [ "$known" = 0 ]; then
    tenant=$(az account show --query tenantId --output tsv)
    principal=$(az identity show --resource-group "$AZURE_RESOURCE_GROUP" --name "$APP_IDENTITY_NAME" --query principalId --output tsv)
    az ad app federated-credential create --id "$LOGIN_CLIENT_ID" --output none --parameters "{
      \"name\": \"app\",
      \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\",
      \"subject\": \"$principal\",
      \"audiences\": [\"api://AzureADTokenExchange\"]
    }"
  fi
fi

# Asked of the resource manager, so that nobody needs a right to read secrets. A new key would end every link that is out.
known=$(az resource list --resource-group "$AZURE_RESOURCE_GROUP" --name "$VAULT_NAME" --resource-type Microsoft.KeyVault/vaults --query "[0].id" --output tsv)
if ! az rest --method get --url "$known/secrets/upload-link-key?api-version=2025-05-01" --output none 2>/dev/null; then
  UPLOAD_LINK_KEY=$(openssl rand -base64 48)
  export UPLOAD_LINK_KEY
  az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name upload-link-key \
    --parameters infra/uploadLinkKey.bicepparam --output none
  # The app asked for the key before there was one, and would ask again only tomorrow.
  app=$(az resource show --resource-group "$AZURE_RESOURCE_GROUP" --name "$APP_NAME" --resource-type Microsoft.Web/sites --query id --output tsv)
  az rest --method post --url "$app/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none
fi
