import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { buttonValues } from '../../../nodes/Lark/actions/message/types/cardButtonFields';
import { Lark } from '../../../nodes/Lark/Lark.node';
import { resources } from '../../../nodes/Lark/description/resources';

const { properties } = new Lark().description;
const OF_REQUESTS = ['Max Retries', 'Max Retry Time (Seconds)', 'Pace Requests'];
const shownFor = (resource: string, operation: string, msgType = 'text', actAs = 'bot') =>
	properties
		.filter(({ name }) => name !== 'authentication')
		.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(resource))
		.filter(({ displayOptions }) => displayOptions?.show?.operation?.includes(operation))
		.filter(({ displayOptions }) => displayOptions?.show?.msgType?.includes(msgType) ?? true)
		.filter(({ displayOptions }) => displayOptions?.show?.authentication?.includes(actAs) ?? true)
		.filter(({ displayOptions }) => !displayOptions?.hide?.authentication?.includes(actAs))
		.map(({ displayName }) => displayName);

describe('the fields of the Lark node', () => {
	it('are few: what a message needs, and its options behind one collection', () => {
		const text = ['Message Type', 'Text', 'Mentions', 'Options'];
		expect(shownFor('message', 'send')).toEqual(['Send To', ...text]);
		expect(shownFor('message', 'reply')).toEqual(['Message ID', ...text]);
		expect(shownFor('message', 'send', 'image')).toEqual([
			'Send To',
			'Message Type',
			'Source',
			'Input Binary Field',
			'Image Key',
			'URL',
			'Options',
		]);
	});

	it('say of every choice of a button what it does', () => {
		const actions = buttonValues.find(({ name }) => name === 'action')?.options ?? [];
		expect(actions).toHaveLength(4);
		for (const action of actions) expect(action).toHaveProperty('description');
	});

	it('are fewer for a group bot, which has one receiver and cannot upload', () => {
		const shown = (msgType?: string) => shownFor('message', 'send', msgType, 'groupBot');
		expect(shown()).toEqual(['Message Type', 'Text', 'Mentions', 'Options']);
		expect(shown('image')).toEqual(['Message Type', 'Image Key', 'Options']);
		expect(shown('share_chat')).toEqual(['Message Type', 'Chat to Share', 'Options']);
		expect(shown('file')).toEqual(['Message Type', 'Options']);
		expect(shown('interactive')).toEqual(
			shownFor('message', 'send', 'interactive').filter(
				(name) => !['Send To', 'Card ID'].includes(name),
			),
		);
	});

	it('offer the options of the chosen message type, and those of requests everywhere', () => {
		const { description } = new Lark();
		const optionsFor = (operation: string, parameters: INodeParameters) => {
			const values = { resource: 'message', operation, ...parameters };
			const isShown = (property: INodeProperties) =>
				NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, description, values);
			return properties
				.filter((property) => property.name === 'options' && isShown(property))
				.flatMap(({ options }) => options as INodeProperties[])
				.filter(isShown)
				.map(({ displayName }) => displayName)
				.filter((name) => !OF_REQUESTS.includes(name));
		};
		expect(optionsFor('send', { msgType: 'text' })).toEqual([
			'Send Text as Written',
			'Split Long Messages',
		]);
		expect(optionsFor('send', { msgType: 'image' })).toEqual([]);
		expect(optionsFor('send', { msgType: 'interactive', cardSource: 'template' })).toEqual([
			'Template Version',
		]);
		const json = { msgType: 'interactive', cardSource: 'json' };
		expect(optionsFor('send', json)).toEqual([]);
		expect(optionsFor('send', { ...json, msgType: 'markdown' })).not.toEqual([]);
		expect(optionsFor('reply', { msgType: 'image' })).toEqual(['Reply in Thread']);
		expect(optionsFor('reply', { msgType: 'markdown' })).toEqual([
			'Attachments',
			'Reply in Thread',
			'Send As',
			'Send Text as Written',
			'Split Long Messages',
			'Title',
		]);
	});

	it('offer System messages for Send only', () => {
		const typesOf = (operation: string) =>
			properties
				.filter(({ name }) => name === 'msgType')
				.find(({ displayOptions }) => displayOptions?.show?.operation?.includes(operation))
				?.options?.map(({ name }) => name);
		expect(typesOf('send')).toEqual([...(typesOf('send') ?? [])].sort());
		expect(typesOf('send')).toContain('System');
		expect(typesOf('reply')).toEqual(typesOf('send')?.filter((name) => name !== 'System'));
	});

	it('have one collection of options in every operation, with those of requests in it', () => {
		for (const { operations } of resources) {
			for (const { properties: fields } of operations) {
				const [options, ...others] = fields.filter(({ name }) => name === 'options');
				expect(others).toEqual([]);
				expect(fields.at(-1)).toBe(options);
				const names = (options.options as INodeProperties[]).map(({ displayName }) => displayName);
				expect(names).toEqual([...names].sort());
				expect(names).toEqual(expect.arrayContaining(OF_REQUESTS));
			}
		}
	});

	it('say in words what value is expected, for people and for models', () => {
		const silent = resources.flatMap(({ value, operations }) =>
			operations.flatMap((operation) =>
				operation.properties
					.filter(({ required, type, description, hint }) =>
						Boolean(required && type !== 'options' && !description && !hint),
					)
					.map(({ name }) => `${value}.${operation.value}.${name}`),
			),
		);
		expect(silent).toEqual([]);
	});

	it('are shown for one resource and operation only', () => {
		for (const { name, displayOptions } of properties) {
			if (['resource', 'operation', 'authentication'].includes(name)) continue;
			expect(displayOptions?.show?.resource).toHaveLength(1);
			expect(displayOptions?.show?.operation).toHaveLength(1);
		}
	});

	it('offer every operation, with the words that n8n shows', () => {
		for (const { value, operations } of resources) {
			const property = properties.find(
				({ name, displayOptions }) =>
					name === 'operation' && displayOptions?.show?.resource?.includes(value),
			);
			const offered = property?.options as Array<{ value: string }>;
			expect(offered.map((option) => option.value).sort()).toEqual(
				operations.map((operation) => operation.value).sort(),
			);
			for (const { action, description } of operations) {
				expect(action).toMatch(/^[A-Z][a-z -]+( Lark API)?$/);
				expect(description.length).toBeGreaterThan(action.length);
			}
		}
	});
});
