#!/bin/sh
# What the templates cannot know: the month of the budget, and the Entra application that people log in to.
set -eu

if [ -z "${SENDER_MAIL:-}" ]; then
  echo "SENDER_MAIL is not set. Name the mailbox that mails come from: azd env set SENDER_MAIL remiss@example.se" >&2
  exit 1
fi

if [ -z "${BUDGET_START:-}" ]; then
  azd env set BUDGET_START "$(date -u +%Y-%m-01)"
fi

if [ "${PRIVATE_NETWORK:-false}" = true ]; then
  az provider register --namespace Microsoft.App --wait
fi

if [ -z "${LOGIN_CLIENT_ID:-}" ] && [ "${LOGIN_SETUP:-}" != none ]; then
  if ! id=$(az ad app create --display-name "Remiss $AZURE_ENV_NAME" --sign-in-audience AzureADMyOrg \
    --enable-id-token-issuance true --app-roles @infra/login/roles.json --query appId --output tsv); then
    echo "You may not register applications in Entra. Have somebody who may do it (docs/deploy.md, Login), then" >&2
    echo "azd env set LOGIN_CLIENT_ID <client id>. To go on without a login, so that nobody gets in: azd env set LOGIN_SETUP none" >&2
    exit 1
  fi
  azd env set LOGIN_CLIENT_ID "$id"
  azd env set LOGIN_SETUP ours
  az ad sp create --id "$id" --output none
  az ad sp update --id "$id" --set appRoleAssignmentRequired=true --output none
fi
