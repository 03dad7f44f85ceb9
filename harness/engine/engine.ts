import './environment';
import { ExecutionLifecycleHooks, LoadOptionsContext } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type IConnections,
	type IExecuteResponsePromiseData,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IPinData,
	type IRun,
	type IWorkflowBase,
	type IVersionedNodeType,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { additionalDataFor } from './additional-data';
import { builtCredentialTypes, builtNodeTypes } from './built-classes';
import { CredentialStore, type CredentialData } from './credential-store';
import { Execution } from './execution';
import { START_TYPE, startNode, StartNode } from './start-node';

export interface Given {
	/** Credential data by type, or a store that outlives this run. */
	credentials?: CredentialData | CredentialStore;
	/** Further node types by name, beside the package's own. */
	nodeTypes?: Record<string, INodeType | IVersionedNodeType>;
}

export interface WorkflowGiven extends Given {
	nodes: INode[];
	connections: IConnections;
	/** Node to start at; the first one otherwise. */
	start?: string;
	pinData?: IPinData;
	mode?: WorkflowExecuteMode;
	executionId?: string;
	workflowId?: string;
	/** Stops the execution, as n8n does for a person. */
	stop?: AbortSignal;
	/** Gets what a node answers the webhook with that has started the execution. */
	onResponse?: (response: IExecuteResponsePromiseData) => void;
}

export interface NodeGiven
	extends Given,
		Pick<WorkflowGiven, 'mode' | 'executionId' | 'stop' | 'onResponse'> {
	/** Full name, such as `n8n-nodes-lark-im.lark`. */
	type: string;
	parameters: INodeParameters;
	/** What comes in; one empty item otherwise. */
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	/** The node before it, by which the execution has started; one of the harness otherwise. */
	startedBy?: Pick<INode, 'type' | 'parameters'>;
	/** Three tries in all, without a pause worth mentioning. */
	retryOnFail?: boolean;
	/** Anything else of the node. */
	node?: Partial<INode>;
}

export interface NodeResult {
	/** What came out of the first output; empty after an error. */
	items: INodeExecutionData[];
	outputs: INodeExecutionData[][];
	/** What the node threw. */
	error?: Error;
	run: IRun;
}

const NODE_NAME = 'Node under test';
let executions = 0;

/** Runs a workflow in n8n-core's own engine, with real nodes, expressions and HTTP; errors are in the result. */
export async function runWorkflow(given: WorkflowGiven): Promise<IRun> {
	const { workflow, additionalData, mode } = prepare(given);
	const { start = given.nodes[0]?.name, pinData } = given;
	const startNode = start === undefined ? null : workflow.getNode(start);
	if (!startNode) throw new Error(`There is no node ${start}`);
	const execution = new Execution(additionalData, mode);
	const running = execution.run({ workflow, startNode, pinData });
	given.stop?.addEventListener('abort', () => running.cancel());
	return await running;
}

/** Runs one node on the given items. */
export async function runNode(given: NodeGiven): Promise<NodeResult> {
	const start = { ...startNode(), ...given.startedBy };
	const run = await runWorkflow({
		...given,
		nodes: [start, nodeOf(given)],
		connections: {
			[start.name]: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] },
		},
		pinData: { [start.name]: given.items ?? [{ json: {} }] },
	});
	const { runData, error } = run.data.resultData;
	const outputs = (runData[NODE_NAME]?.[0]?.data?.main ?? []).map((items) => items ?? []);
	return { items: outputs[0] ?? [], outputs, error: error as Error | undefined, run };
}

/** Calls a node's listSearch method as an open picker does. */
export async function listSearch(
	given: NodeGiven & { method: string; filter?: string; paginationToken?: string },
): Promise<INodeListSearchResult> {
	const node = nodeOf(given);
	const { workflow, additionalData } = prepare({ ...given, nodes: [node], connections: {} });
	const saved = workflow.getNode(node.name) as INode;
	const { methods } = workflow.nodeTypes.getByNameAndVersion(saved.type, saved.typeVersion);
	const method = methods?.listSearch?.[given.method];
	if (!method) throw new Error(`${given.type} has no listSearch method ${given.method}`);
	const asked = { ...additionalData, currentNodeParameters: saved.parameters };
	const context = new LoadOptionsContext(workflow, saved, asked, '');
	return await method.call(context, given.filter, given.paginationToken);
}

function prepare(given: WorkflowGiven) {
	const { credentials, mode = 'manual', executionId = `engine-${++executions}` } = given;
	const store =
		credentials instanceof CredentialStore ? credentials : new CredentialStore(credentials);
	const nodes = given.nodes.map((node) => ({ credentials: referencesTo(store), ...node }));
	const workflow = new Workflow({
		id: given.workflowId ?? 'engine',
		name: 'Engine',
		nodes,
		connections: given.connections,
		active: false,
		nodeTypes: nodeTypesOf(given.nodeTypes),
	});
	const base: IWorkflowBase = {
		id: workflow.id,
		name: 'Engine',
		active: false,
		activeVersionId: null,
		isArchived: false,
		nodes,
		connections: given.connections,
		createdAt: new Date(),
		updatedAt: new Date(),
	};
	const hooks = new ExecutionLifecycleHooks(mode, executionId, base);
	if (given.onResponse) hooks.addHandler('sendResponse', given.onResponse);
	const additionalData = additionalDataFor(builtCredentialTypes(), store, executionId);
	return { workflow, mode, additionalData: { ...additionalData, hooks } };
}

function nodeOf({ type, parameters, continueOnFail, retryOnFail, node }: NodeGiven): INode {
	return {
		id: 'node-under-test',
		name: NODE_NAME,
		type,
		typeVersion: 1,
		position: [200, 0],
		parameters,
		...(continueOnFail && { onError: 'continueRegularOutput' as const }),
		...(retryOnFail && { retryOnFail, maxTries: 3, waitBetweenTries: 1 }),
		...node,
	};
}

function referencesTo(store: CredentialStore): INode['credentials'] {
	return Object.fromEntries(store.types.map((type) => [type, { id: type, name: type }]));
}

function nodeTypesOf(extra: Given['nodeTypes'] = {}): INodeTypes {
	const own = Object.entries({ [START_TYPE]: new StartNode(), ...extra });
	const types = new Map([...builtNodeTypes(), ...own]);
	const getByName = (name: string) => {
		const type = types.get(name);
		if (!type) throw new Error(`Unknown node type ${name}: is dist built?`);
		return type;
	};
	return {
		getByName,
		getByNameAndVersion: (name, version) =>
			NodeHelpers.getVersionedNodeType(getByName(name), version),
		getKnownTypes: () => ({}),
	};
}
