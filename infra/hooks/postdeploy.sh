#!/bin/sh
# The second pass: once the code has run, the app has the key that the blob webhook asks for, and events can be subscribed to.
set -eu

tries=30
until [ -n "$(az functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$APP_NAME" --query systemKeys.blobs_extension --output tsv)" ]; do
  tries=$((tries - 1))
  if [ "$tries" -eq 0 ]; then
    echo "$APP_NAME has no key blobs_extension after five minutes: the code has not started. See docs/deploy.md, When it does not start." >&2
    exit 1
  fi
  sleep 10
done

tries=3
until az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name inbox-events --parameters infra/events.bicepparam --output none; do
  tries=$((tries - 1))
  if [ "$tries" -eq 0 ]; then exit 1; fi
  echo "Event Grid could not reach the webhook yet; trying again in half a minute." >&2
  sleep 30
done
