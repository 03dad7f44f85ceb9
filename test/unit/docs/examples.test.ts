import { readFileSync } from 'node:fs';
import path from 'node:path';

import { CHAT_BOT_SCOPES } from '../../support/app-scopes';
import { exampleNeeds, examples } from '../../support/example-needs';

const ROOT = path.join(__dirname, '..', '..', '..');
const page = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');

/** The scopes that an app has after the quick start of the front pages: those of Set Up for a chat bot. */
const firstScopes = CHAT_BOT_SCOPES;

const noteOf = (example: string): string =>
	examples
		.filter(({ name }) => name === example)
		.flatMap(({ nodes }) => nodes)
		.map(({ parameters: { content } }) => (typeof content === 'string' ? content : ''))
		.join('\n');

/** Triggers that an event from outside starts. */
const WAIT_FOR_EVENTS = [
	'n8n-nodes-base.errorTrigger',
	'n8n-nodes-base.webhook',
	'n8n-nodes-lark-im.larkTrigger',
];

const waiting = examples.flatMap(({ name, nodes, pinData }) =>
	nodes
		.filter(({ type }) => WAIT_FOR_EVENTS.includes(type))
		.map((node) => ({ example: name, node: node.name, pinned: pinData[node.name] })),
);

describe('the examples', () => {
	it.each(['README.md', 'README.zh-CN.md'])('are all listed in %s, and no others', (name) => {
		const listed = [...page(name).matchAll(/\]\(examples\/([a-z-]+)\.json\)/g)].map(
			([, example]) => example,
		);
		expect(listed.sort()).toEqual(examples.map((example) => example.name).sort());
	});

	it.each(exampleNeeds.filter(({ scopes }) => !scopes.some((one) => firstScopes.includes(one))))(
		'$example: the note names a scope that $node needs beyond the quick start',
		({ example, scopes }) => {
			const note = noteOf(example);
			expect(scopes.filter((scope) => note.includes(`\`${scope}\``))).not.toEqual([]);
		},
	);

	it.each(waiting)('$example: $node has a pinned sample, as n8n exports it', ({ pinned }) => {
		expect(pinned).toEqual([{ json: expect.any(Object) }]);
	});

	it('pin nothing to a node that is not there', () => {
		const names = examples.flatMap(({ name, nodes, pinData }) =>
			Object.keys(pinData)
				.filter((pinned) => !nodes.some((node) => node.name === pinned))
				.map((pinned) => `${name}: ${pinned}`),
		);
		expect(names).toEqual([]);
	});
});
