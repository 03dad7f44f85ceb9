import type {
	ExecutionStatus,
	IConnections,
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeParameters,
	IPinData,
	IRunExecutionData,
	IWorkflowSettings,
} from 'n8n-workflow';

export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

export interface CredentialInput {
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

export interface CredentialReference {
	id: string;
	name: string;
	type: string;
}

/** Whether a credential's test passed, and the text that the editor shows. */
export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** A workflow as its JSON file holds it. */
export interface WorkflowInput {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	/** Items that a manual run takes instead of those of a node, by the node's name. */
	pinData?: IPinData;
}

export interface SavedWorkflow extends WorkflowInput {
	id: string;
	versionId: string;
}

export interface PublicationStatus {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	triggers: Array<{ nodeId: string; status: string; errorMessage?: string | null }>;
}

export interface ExecutionSummary {
	id: string;
	status: ExecutionStatus;
	mode: string;
	workflowId: string;
}

export interface Execution extends ExecutionSummary {
	data: IRunExecutionData;
}

/** What a picker of the editor shows. */
export interface ListSearchResult {
	results: Array<{ name: string; value: string; url?: string }>;
	paginationToken?: string;
}

export interface ListSearchInput {
	nodeType: string;
	methodName: string;
	credentials: Record<string, CredentialReference>;
	parameters?: INodeParameters;
	path?: string;
	filter?: string;
	paginationToken?: string;
}

export interface NodeTypeSummary {
	name: string;
	displayName: string;
	properties: IDataObject[];
}
