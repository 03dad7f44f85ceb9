import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { LarkApi } from '../../credentials/LarkApi.credentials';
import { LarkGroupBotApi } from '../../credentials/LarkGroupBotApi.credentials';
import { LarkOAuth2Api } from '../../credentials/LarkOAuth2Api.credentials';
import { Lark } from '../../nodes/Lark/Lark.node';
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

	it('escape tags that people should read as text', () => {
		const texts = entries.flatMap((entry) => ('description' in entry ? [entry.description] : []));
		expect(texts.length).toBeGreaterThan(100);
		expect(texts.flatMap(tagsIn).filter((tag) => tag !== 'a')).toEqual([]);
	});
});
