import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import { readExample } from '../../harness/examples';
import type {
	CredentialReference,
	N8nClient,
	SavedWorkflow,
	WorkflowInput,
} from '../../harness/n8n-server';
import { startScriptedModel, type ScriptedModel } from '../../harness/scripted-model';
import { keepWorkflow, LONG_CONNECTION_TRIGGER, TRIGGER } from './workflows';

/** The command to which the bots answer, so that the echo bot has the rest. */
const COMMAND = 'ask';

const MODEL = 'ai_languageModel';

/** What the demo's model says, whatever it is asked. */
export const LIVE_ANSWER = `Here is an answer that you can watch while it is being written. **No account** is needed: a small program on your computer plays the model.

## What happens

1. Your message starts a workflow of n8n.
2. An AI agent asks its model, which writes *word by word*.
3. The card in Lark grows with every few words.

\`\`\`ts
for await (const word of model.write()) {
	card.show(word);
}
\`\`\`

| Part | Who does it |
| --- | --- |
| The words | the model |
| The card | this package |

When the last word has come, the chat list shows how the answer begins.`;

/** A model that writes the same answer at the pace of a real one. */
export async function startDemoModel(): Promise<ScriptedModel> {
	const model = await startScriptedModel();
	model.always(() => ({ text: LIVE_ANSWER, everyMs: 40 }));
	return model;
}

/** Saves the bot that answers live by the switch of the Lark Trigger. */
export async function saveLiveBot(
	client: N8nClient,
	...credentials: CredentialReference[]
): Promise<SavedWorkflow> {
	return await keepWorkflow(client, await liveBot(credentials));
}

/** Saves the same bot with the other trigger, and the node between model and agent. */
export async function saveLiveLongConnectionBot(
	client: N8nClient,
	...credentials: CredentialReference[]
): Promise<SavedWorkflow> {
	const workflow = await liveBot(credentials);
	const [larkApi] = credentials;
	const live: INode = {
		id: randomUUID(),
		name: 'Lark Live Answer',
		type: 'n8n-nodes-lark-im.larkLiveAnswer',
		typeVersion: 1,
		position: [200, 220],
		parameters: {},
		credentials: { larkApi },
	};
	const nodes = workflow.nodes.map((node) => {
		if (node.type === TRIGGER) {
			const { streamAnswer: _, ...parameters } = node.parameters;
			return { ...node, type: LONG_CONNECTION_TRIGGER, parameters };
		}
		return node.name === 'Model' ? { ...node, position: [200, 420] as [number, number] } : node;
	});
	const connections = {
		...workflow.connections,
		Model: { [MODEL]: [[{ node: live.name, type: MODEL, index: 0 } as const]] },
		[live.name]: { [MODEL]: [[{ node: 'AI Agent', type: MODEL, index: 0 } as const]] },
	};
	const name = `${workflow.name} over the long connection`;
	return await keepWorkflow(client, { ...workflow, name, nodes: [...nodes, live], connections });
}

async function liveBot(credentials: CredentialReference[]): Promise<WorkflowInput> {
	const workflow = await readExample('live-answer', ...credentials);
	const nodes = workflow.nodes
		.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
		.map((node) =>
			node.type === TRIGGER
				? {
						...node,
						webhookId: randomUUID(),
						parameters: { ...node.parameters, filters: { commands: COMMAND } },
					}
				: node,
		);
	const { pinData: _, ...rest } = workflow as WorkflowInput & { pinData?: object };
	return { ...rest, name: `${workflow.name}: /${COMMAND}`, nodes };
}
