import { Container } from '@n8n/di';
import { ExternalSecretsProxy } from 'n8n-core';
import type { ICredentialType, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import type { CredentialStore } from './credential-store';
import { EngineCredentialsHelper } from './credentials-helper';

/** n8n insists on absolute addresses here, even where nothing will ever be called. */
const NOWHERE = 'http://n8n.invalid/';

const unavailable = async () => {
	throw new Error('Not available in the engine harness');
};

/** What surrounds an execution in n8n: addresses, credentials, and doors that stay shut here. */
export function additionalDataFor(
	credentialTypes: Map<string, ICredentialType>,
	store: CredentialStore,
	executionId: string,
): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper: new EngineCredentialsHelper(credentialTypes, store),
		externalSecretsProxy: Container.get(ExternalSecretsProxy),
		executionId,
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: NOWHERE,
		instanceBaseUrl: NOWHERE,
		formBaseUrl: NOWHERE,
		formWaitingBaseUrl: NOWHERE,
		formTestBaseUrl: NOWHERE,
		webhookBaseUrl: NOWHERE,
		webhookWaitingBaseUrl: NOWHERE,
		webhookTestBaseUrl: NOWHERE,
		mcpBaseUrl: NOWHERE,
		mcpTestBaseUrl: NOWHERE,
		setExecutionStatus: () => {},
		sendDataToUI: () => {},
		logAiEvent: () => {},
		executeWorkflow: unavailable,
		startRunnerTask: unavailable,
		getRuntimeCredential: unavailable,
		getRunExecutionData: async () => undefined,
	};
}
