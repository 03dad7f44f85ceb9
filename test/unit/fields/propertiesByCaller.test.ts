import type { INodeProperties } from 'n8n-workflow';

import { propertiesByCaller } from '../../../nodes/Lark/fields/propertiesByCaller';

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...more,
});

const ONLY_GROUP_BOT = { displayOptions: { show: { authentication: ['groupBot'] } } };
const NO_GROUP_BOT = { displayOptions: { hide: { authentication: ['groupBot'] } } };

describe('the fields of an operation that a group bot can run, too', () => {
	it('stand there once where they are the same', () => {
		const properties = [field('text'), field('options', { type: 'collection', options: [] })];
		expect(propertiesByCaller(properties, properties)).toEqual(properties);
	});

	it('have the options of the app, but for those that a group bot lacks', () => {
		const shown = { displayOptions: { show: { '/msgType': ['text', 'file'] } } };
		const collection = (...options: INodeProperties[]) =>
			field('options', { type: 'collection', options });
		const app = collection(field('split', shown), field('sendAs', shown));
		expect(propertiesByCaller([app], [collection(field('split'))])).toEqual([
			collection(field('split', shown), {
				...field('sendAs'),
				displayOptions: { ...shown.displayOptions, hide: { '/authentication': ['groupBot'] } },
			}),
		]);
	});

	it('are hidden from the caller who does not have them', () => {
		const app = [field('receiver'), field('text')];
		expect(propertiesByCaller(app, [field('text')])).toEqual([
			{ ...field('receiver'), ...NO_GROUP_BOT },
			field('text'),
		]);
	});

	it('of the group bot follow those of the same name, and keep their conditions', () => {
		const shown = { displayOptions: { show: { type: ['image'] } } };
		const app = [
			field('key', { ...shown, hint: '1' }),
			field('key', { hint: '2' }),
			field('options'),
		];
		expect(propertiesByCaller(app, [field('key', shown)])).toEqual([
			{ ...app[0], displayOptions: { ...shown.displayOptions, ...NO_GROUP_BOT.displayOptions } },
			{ ...app[1], ...NO_GROUP_BOT },
			{
				...field('key'),
				displayOptions: {
					show: { ...shown.displayOptions.show, ...ONLY_GROUP_BOT.displayOptions.show },
				},
			},
			{ ...app[2], options: [] },
		]);
	});
});
