import type { IConnections } from 'n8n-workflow';

import type { SavedWorkflow } from '../../harness/n8n-server';
import { openSetup, waitFor, type TestSetup } from '../support/server';
import {
	AGENT,
	LiveAnswers,
	MODEL,
	outputOf,
	TRIGGER,
	WAYS,
	type Graph,
} from './harness/live-answers';
import { step } from './harness/step';

const [SWITCH, NODE] = Object.values(WAYS);

const to = (node: string, type: 'main' | 'ai_languageModel' | 'ai_tool' = 'main') => [
	[{ node, type, index: 0 }],
];

/** Steps after the trigger, one after the other. */
const chain = (...names: string[]): IConnections =>
	Object.fromEntries(
		[TRIGGER, ...names.slice(0, -1)].map((name, i) => [name, { main: to(names[i]) }]),
	);

const model = (from: string, node: string): IConnections => ({
	[from]: { [MODEL]: to(node, MODEL) },
});

describe('a live answer in a workflow', () => {
	let setup: TestSetup;
	let live: LiveAnswers;

	beforeAll(async () => {
		setup = await openSetup();
		live = await LiveAnswers.open(setup);
	});
	afterAll(async () => {
		await setup.close();
		await live.close();
	});

	/** Publishes a workflow for as long as it is used, so that it gets no events of others. */
	async function using(graph: Graph, use: (workflow: SavedWorkflow) => Promise<void>) {
		const workflow = await live.publish(graph);
		try {
			await use(workflow);
		} finally {
			await setup.client.unpublish(workflow.id);
		}
	}

	const texts = (answers: Parameters<LiveAnswers['textIn']>[0][]) =>
		answers.map((answer) => live.textIn(answer));

	it.each(Object.entries(WAYS))(
		'is what the agent returns when it says something before it calls a tool, by %s',
		async (_, way) => {
			await using(live.agentGraph(way), async (workflow) => {
				const { execution, answers } = await live.ask(
					workflow,
					{ calls: [{ input: '2+2' }], text: 'Let me see.' },
					{ calls: [{ input: '3+3' }], text: 'One more.' },
					{ text: 'Four and six.' },
				);
				expect(outputOf(execution)).toBe('Four and six.');
				expect(texts(answers)).toEqual(['Four and six.']);
			});
		},
	);

	it.each(Object.entries(WAYS))(
		'goes on in a second card again after the agent has begun anew, by %s',
		async (_, way) => {
			await using(live.agentGraph(way), async (workflow) => {
				const lines = (word: string, count: number) =>
					Array.from({ length: count }, (_line, i) => `- ${word} ${i} of a long answer\n`).join('');
				const pieces = Array.from({ length: 6 }, (_piece, i) => lines(`Line ${i}.`, 300));
				const { said, done } = await live.begin(
					workflow,
					{ calls: [{ input: '2+2' }], text: lines('Thought', 1_500) },
					{ text: pieces.join(''), pieces, everyMs: 2_000 },
				);
				expect(await live.firstWords(said, 2)).toContain('Thought');
				const execution = await done();
				const answers = await live.whole(said, 2);
				expect(texts(answers).join('\n')).toBe(outputOf(execution));
			});
		},
	);

	it.each(Object.entries(WAYS))(
		'is there when the model gives all of it at once, by %s',
		async (_, way) => {
			await using(live.agentGraph(way), async (workflow) => {
				const text = 'All of it.\n\n```js\nlet a;\n```';
				const { answers } = await live.ask(workflow, { text, pieces: [text] });
				expect(texts(answers)).toEqual([text]);
			});
		},
	);

	it('comes from an LLM chain, by the node', async () => {
		const text = `={{ $('${TRIGGER}').first().json.chatInput }}`;
		const llm = step('Chain', '@n8n/n8n-nodes-langchain.chainLlm', 1.7, {
			promptType: 'define',
			text,
		});
		await using(
			{
				nodes: [live.trigger(NODE), llm, live.liveAnswer(), live.chatModel()],
				connections: { ...chain('Chain'), ...model('Live', 'Chain'), ...model('Model', 'Live') },
			},
			async (workflow) => {
				const { answers } = await live.ask(workflow, { text: 'From a chain.' });
				expect(texts(answers)).toEqual(['From a chain.']);
			},
		);
	});

	it('finds its message although a step before the agent drops it', async () => {
		const drop = step('Drop', 'n8n-nodes-base.set', 3.4, {
			mode: 'raw',
			jsonOutput: '{"chatInput": "hi"}',
		});
		await using(
			{
				nodes: [...live.agentGraph(NODE).nodes, drop],
				connections: { ...live.agentGraph(NODE).connections, ...chain('Drop', AGENT) },
			},
			async (workflow) => {
				const { answers } = await live.ask(
					workflow,
					{ calls: [{ input: '2+2' }] },
					{ text: 'Found.' },
				);
				expect(texts(answers)).toEqual(['Found.']);
			},
		);
	});

	it.each([
		['one node for both models', ['Live', 'Live']],
		['a node for each', ['Live', 'Live 2']],
	])('is one for each of two agents, with %s', async (_, [first, second]) => {
		const nodes = [...new Set([first, second])].map((name) => live.liveAnswer(name));
		const agents = [live.agent('First'), live.agent('Second')];
		const toFirst = first === second ? ['First', 'Second'] : ['First'];
		await using(
			{
				nodes: [live.trigger(NODE), ...agents, ...nodes, live.chatModel()],
				connections: {
					...chain('First', 'Second'),
					[first]: { [MODEL]: [toFirst.map((node) => ({ node, type: MODEL, index: 0 }))] },
					...(first !== second && model(second, 'Second')),
					Model: {
						[MODEL]: [nodes.map(({ name }) => ({ node: name, type: MODEL, index: 0 }))],
					},
				},
			},
			async (workflow) => {
				const { answers } = await live.ask(workflow, { text: 'First.' }, { text: 'Second.' });
				expect(texts(answers)).toEqual(['First.', 'Second.']);
			},
		);
	});

	it('is that of the latest of two agents with the switch, and of the only one that streams', async () => {
		for (const enableStreaming of [true, false]) {
			await using(
				{
					nodes: [
						live.trigger(SWITCH),
						live.agent('First', { enableStreaming }),
						live.agent('Second'),
						live.chatModel(),
					],
					connections: {
						...chain('First', 'Second'),
						Model: {
							[MODEL]: [['First', 'Second'].map((node) => ({ node, type: MODEL, index: 0 }))],
						},
					},
				},
				async (workflow) => {
					const { said } = await live.ask(workflow, { text: 'First.' }, { text: 'Second.' });
					await waitFor('the second answer', () => {
						const all = live.answersTo(said);
						return (
							(all.every((answer) => live.isEnded(answer)) && texts(all)[0] === 'Second.') ||
							undefined
						);
					});
					expect(live.answersTo(said)).toHaveLength(1);
				},
			);
		}
	});

	it('comes from an agent of a sub-workflow, by the node', async () => {
		const start = step(TRIGGER, 'n8n-nodes-base.executeWorkflowTrigger', 1.1, {
			inputSource: 'passthrough',
		});
		const sub = await setup.saveWorkflow({
			name: 'Sub',
			nodes: [start, live.agent(), live.liveAnswer(), live.chatModel()],
			connections: { ...chain(AGENT), ...model('Live', AGENT), ...model('Model', 'Live') },
			settings: { executionOrder: 'v1' },
		});
		await setup.client.publish(sub);
		const call = step('Call', 'n8n-nodes-base.executeWorkflow', 1.2, {
			workflowId: { __rl: true, mode: 'id', value: sub.id },
			options: {},
		});
		for (const way of [NODE, SWITCH]) {
			await using(
				{
					nodes: [live.trigger(way), call],
					connections: chain('Call'),
				},
				async (workflow) => {
					const { answers } = await live.ask(workflow, { text: 'From below.' });
					expect(texts(answers)).toEqual(['From below.']);
				},
			);
		}
		await setup.client.unpublish(sub.id);
	});

	it('is that of the agent, not of an agent that it uses as a tool', async () => {
		for (const way of Object.values(WAYS)) {
			const helper = step('Helper', '@n8n/n8n-nodes-langchain.agentTool', 3, {
				toolDescription: 'Helps',
				text: 'Help',
				options: {},
			});
			const graph = live.agentGraph(way);
			const { Calculator: _, ...withoutTool } = graph.connections;
			await using(
				{
					nodes: [
						...graph.nodes.filter(({ name }) => name !== 'Calculator'),
						helper,
						live.chatModel('Own model'),
					],
					connections: {
						...withoutTool,
						Helper: { ai_tool: to(AGENT, 'ai_tool') },
						...model('Own model', 'Helper'),
					},
				},
				async (workflow) => {
					const { execution, answers } = await live.ask(
						workflow,
						{ calls: [{}], text: 'I ask.' },
						{ text: 'The helper says this.' },
						{ text: 'The agent says that.' },
					);
					expect(outputOf(execution)).toBe('The agent says that.');
					expect(texts(answers)).toEqual(['The agent says that.']);
				},
			);
		}
	});

	it('starts a thread at the message, or goes on in its thread', async () => {
		for (const replyInThread of [true, false]) {
			await using(
				{
					nodes: [live.trigger(SWITCH, { replyInThread }), live.agent(), live.chatModel()],
					connections: { ...chain(AGENT), ...model('Model', AGENT) },
				},
				async (workflow) => {
					const { answers } = await live.ask(workflow, { text: 'In a thread.' });
					expect(Boolean(answers[0].threadId)).toBe(replyInThread);
				},
			);
		}
	});

	it('finds its message by that of two triggers which has run', async () => {
		const other = { ...live.trigger(NODE), name: 'Other' };
		other.parameters = { chatTypes: ['topic'] };
		const drop = step('Drop', 'n8n-nodes-base.set', 3.4, { mode: 'raw', jsonOutput: '{}' });
		const { nodes, connections } = live.agentGraph(NODE);
		await using(
			{
				nodes: [other, ...nodes, drop],
				connections: {
					...connections,
					...chain('Drop', AGENT),
					Other: { main: to('Drop') },
				},
			},
			async (workflow) => {
				const { answers } = await live.ask(workflow, { text: 'One.' });
				expect(texts(answers)).toEqual(['One.']);
			},
		);
	});
});
