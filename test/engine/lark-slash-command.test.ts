import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: slash commands', () => {
	let lark: LarkNode;

	beforeEach(async () => (lark = await openLarkNode()));
	afterEach(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters: IDataObject = {}) =>
		await lark.run({ resource: 'slashCommand', operation, ...parameters } as INodeParameters);
	const create = async (command: string, options: IDataObject = {}) => {
		const { items, error } = await run('create', {
			...{ command, commandDescription: 'What the bot can do', options },
		});
		expect(error).toBeUndefined();
		return items[0].json;
	};
	const known = () => lark.sandbox.app.slashCommands;

	it.each(['help', '/help', ' /help '])('%j is created without its slash', async (command) => {
		expect(await create(command)).toMatchObject({
			command: 'help',
			description: { default_value: 'What the bot can do' },
			icon: { icon_key: 'skill_outlined' },
		});
	});

	it('has descriptions in several languages; empty ones are left out', async () => {
		const translations = { value: { zh_cn: '帮助', en_us: ' ', ja_jp: 'ヘルプ' } };
		const { description } = await create('help', { translations });
		expect(description).toMatchObject({ i18n: { zh_cn: '帮助', ja_jp: 'ヘルプ' } });
	});

	it('keeps what is not given when it is updated, although Lark replaces the description', async () => {
		const translations = { value: { zh_cn: '帮助' } };
		const { command_id: commandId } = await create('help', { translations });
		const update = async (updateFields: IDataObject) => {
			const { error } = await run('update', { commandId, updateFields });
			expect(error).toBeUndefined();
			return known()[0];
		};
		expect(await update({ commandDescription: 'Help' })).toMatchObject({
			description: { default_value: 'Help', i18n: { zh_cn: '帮助' } },
		});
		expect(await update({ translations: { value: { ja_jp: 'ヘルプ' } } })).toMatchObject({
			description: { default_value: 'Help', i18n: { ja_jp: 'ヘルプ' } },
		});
		expect(await update({ commandIcon: 'code_filled' })).toMatchObject({
			description: { default_value: 'Help' },
			icon: { icon_key: 'code_filled' },
		});
	});

	it('is listed and deleted', async () => {
		const { command_id } = await create('help');
		await create('deploy');
		const listed = await run('getAll');
		expect(listed.items.map(({ json }) => json.command)).toEqual(['help', 'deploy']);
		const { items } = await run('delete', { commandId: command_id });
		expect(items[0].json).toEqual({ deleted: true, command_id });
		expect(known().map(({ command }) => command)).toEqual(['deploy']);
	});

	it('gives nothing when there are none', async () => {
		const { items, error } = await run('getAll');
		expect([items, error]).toEqual([[], undefined]);
	});

	it('that the app does not have is not updated', async () => {
		const { error } = await run('update', {
			...{ commandId: '7', updateFields: { commandDescription: 'Help' } },
		});
		expect(error).toMatchObject({
			message: 'Slash Command cannot be "7": the app has no such command',
		});
	});

	it('needs something to update', async () => {
		const { error } = await run('update', { commandId: '7' });
		expect(error).toMatchObject({ message: 'There is nothing to update' });
		expect(lark.sandbox.requests).toEqual([]);
	});
});
