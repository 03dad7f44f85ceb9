import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { LarkApi } from '../../credentials/LarkApi.credentials';
import { LarkGroupBotApi } from '../../credentials/LarkGroupBotApi.credentials';
import { LarkOAuth2Api } from '../../credentials/LarkOAuth2Api.credentials';
import { Lark } from '../../nodes/Lark/Lark.node';
import { LarkLiveAnswer } from '../../nodes/LarkLiveAnswer/LarkLiveAnswer.node';
import { LarkLongConnectionTrigger } from '../../nodes/LarkLongConnectionTrigger/LarkLongConnectionTrigger.node';
import { LarkTrigger } from '../../nodes/LarkTrigger/LarkTrigger.node';

type Entry =
	| INodeProperties
	| INodePropertyCollection
	| NonNullable<INodeProperties['options']>[number];

/** A field and everything in it: options, entries of collections, their fields. */
const withInner = (entry: Entry): Entry[] => [
	entry,
	...('options' in entry ? (entry.options ?? []) : []).flatMap(withInner),
	...('values' in entry ? entry.values : []).flatMap(withInner),
];

const entries = [
	new Lark().description,
	new LarkTrigger().description,
	new LarkLiveAnswer().description,
	new LarkLongConnectionTrigger().description,
	new LarkApi(),
	new LarkGroupBotApi(),
	new LarkOAuth2Api(),
].flatMap(({ properties }) => properties.flatMap(withInner));

const tagsIn = (text = '') => [...text.matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag);

describe('texts that the editor shows as HTML', () => {
	it('use in notices only tags that the editor keeps', () => {
		const notices = entries.filter((entry) => 'type' in entry && entry.type === 'notice');
		expect(notices.length).toBeGreaterThan(5);
		const tags = new Set(
			notices.flatMap(({ displayName }: Entry & { displayName?: string }) => tagsIn(displayName)),
		);
		expect([...tags].sort()).toEqual(['a', 'li', 'ul']);
	});

	it('have in notices no word that is wider than the panel, which would cut off the rest', () => {
		const notices = entries.filter((entry) => 'type' in entry && entry.type === 'notice');
		const words = notices.flatMap(({ displayName }: Entry & { displayName?: string }) =>
			(displayName ?? '').replace(/<[^<>]*>/g, ' ').split(/\s+/),
		);
		expect(words.filter((word) => word.length > 60)).toEqual([]);
	});

	it('escape tags that people should read as text', () => {
		const texts = entries.flatMap((entry) => ('description' in entry ? [entry.description] : []));
		expect(texts.length).toBeGreaterThan(100);
		expect(texts.flatMap(tagsIn).filter((tag) => tag !== 'a')).toEqual([]);
	});
});

describe('texts that a new user reads first', () => {
	/** What adds an entry to a list or collection. */
	const buttons = entries.flatMap((entry) => [
		...('typeOptions' in entry ? [entry.typeOptions?.multipleValueButtonText] : []),
		...('type' in entry && ['collection', 'fixedCollection'].includes(entry.type)
			? [entry.placeholder]
			: []),
	]);

	it('name the buttons that add something in one way, such as Add Field', () => {
		const named = buttons.flatMap((text) => text ?? []);
		expect(named.length).toBeGreaterThan(10);
		expect(named.filter((text) => !/^Add [A-Z]\w*( [A-Z]\w*)*$/.test(text))).toEqual([]);
	});

	it('say of every message type what it is', () => {
		const { properties } = new Lark().description;
		const types = properties.filter(({ name }) => name === 'msgType');
		expect(types.length).toBeGreaterThan(1);
		for (const { options = [] } of types) {
			for (const option of options as Array<{ name: string; description?: string }>) {
				expect([option.name, option.description]).toEqual([
					option.name,
					expect.stringMatching(/^[A-Z].{10,}/),
				]);
			}
		}
	});
});

describe('the panels of the nodes', () => {
	it.each([LarkTrigger, LarkLongConnectionTrigger, LarkLiveAnswer])(
		'of %p end with what is optional',
		(Node) => {
			const shown = new Node().description.properties.filter(({ type }) => type !== 'hidden');
			const first = shown.findIndex(({ name }) => ['filters', 'extras', 'options'].includes(name));
			expect(shown.slice(first).map(({ type }) => type)).toEqual(
				shown.slice(first).map(() => 'collection'),
			);
		},
	);
});
