using 'events.bicep'

param appName = readEnvironmentVariable('APP_NAME')
param topicName = readEnvironmentVariable('TOPIC_NAME')
param hostStorageName = readEnvironmentVariable('HOST_STORAGE_NAME')
