import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { startLark, type Lark } from '../support/lark';
import { CredentialStore, listSearch, runNode, type NodeGiven, type NodeResult } from './harness';
import { assertDeclared } from './operations/assertDeclared';

const TYPE = 'n8n-nodes-lark-im.lark';

/** The Lark node, connected to a sandbox of its own. Close the sandbox in afterAll. */
export interface LarkNode extends Lark {
	/** The credential that the node uses; `reset` makes a new one without a token. */
	store: CredentialStore;
	/** Forgets the token and the requests so far. */
	reset(): void;
	/** Runs the node. */
	run(parameters: INodeParameters, given?: Partial<NodeGiven>): Promise<NodeResult>;
	/** Calls one of the node's pickers. */
	pick(
		method: string,
		page?: { filter?: string; paginationToken?: string; parameters?: INodeParameters },
	): ReturnType<typeof listSearch>;
}

/** Starts a sandbox and connects the built Lark node to it. */
export async function openLarkNode(options?: Parameters<typeof startLark>[0]): Promise<LarkNode> {
	const lark = await startLark(options);
	const node: LarkNode = {
		...lark,
		store: newStore(lark),
		reset() {
			node.store = newStore(lark);
			lark.sandbox.requests.length = 0;
		},
		run: async (parameters, given) => {
			const before = lark.sandbox.requests.length;
			const result = await runNode({ type: TYPE, parameters, credentials: node.store, ...given });
			assertDeclared(parameters, lark.sandbox.requests.slice(before));
			return result;
		},
		pick: async (method, page) =>
			await listSearch({ type: TYPE, parameters: {}, credentials: node.store, method, ...page }),
	};
	return node;
}

const newStore = ({ credential, groupBotCredential }: Lark) =>
	new CredentialStore({ larkApi: credential, larkGroupBotApi: groupBotCredential });

/** Incoming items with the given data. */
export const items = (...json: IDataObject[]): INodeExecutionData[] =>
	json.map((data) => ({ json: data }));

/** A resource locator with a typed ID. */
export const byId = (value: string) => ({ __rl: true as const, mode: 'id', value });

/** A receiver that is typed in. */
export const byAddress = (value: string) => ({ __rl: true as const, mode: 'address', value });
