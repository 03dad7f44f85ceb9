import { byId, openLarkNode, type LarkNode } from './lark-node';

const link = { menuLink: 'https://example.com', tabLink: 'https://example.com' };

describe('Lark node: the pickers of tabs, menus and commands', () => {
	let lark: LarkNode;
	let chatId: ReturnType<typeof byId>;

	beforeEach(async () => {
		lark = await openLarkNode();
		chatId = byId(lark.sandbox.world.chats[0].chatId);
	});
	afterEach(async () => await lark.sandbox.close());

	const add = async (resource: string, parameters: object) => {
		const { items, error } = await lark.run({
			...{ resource, operation: resource === 'slashCommand' ? 'create' : 'add', chatId },
			...link,
			...parameters,
		});
		expect(error).toBeUndefined();
		return items[0].json;
	};
	const shown = (method: string) =>
		method === 'searchChatTabs'
			? { resource: 'chatTab', operation: 'update' }
			: { resource: 'chatMenu', operation: 'updateItem' };
	const pick = async (method: string, filter?: string) =>
		(await lark.pick(method, { filter, parameters: { ...shown(method), chatId } })).results;

	it('list the tabs of the chosen chat that can be changed, and find one by its name', async () => {
		const roadmap = await add('chatTab', { tab_name: 'Roadmap' });
		const plan = await add('chatTab', { tab_name: 'Plan' });
		expect(await pick('searchChatTabs')).toEqual([
			{ name: 'Roadmap', value: roadmap.tab_id },
			{ name: 'Plan', value: plan.tab_id },
		]);
		expect(await pick('searchChatTabs', 'ROAD')).toEqual([
			{ name: 'Roadmap', value: roadmap.tab_id },
		]);
	});

	it('list the menus of the chosen chat, and their items below them', async () => {
		const item = [{ menuName: 'Wiki', menuLink: 'https://example.com/wiki' }];
		const menu = await add('chatMenu', {
			menuName: 'More',
			menuAction: 'submenu',
			subItems: { item },
		});
		const top = { name: 'More', value: menu.chat_menu_top_level_id };
		const [{ children }] = lark.sandbox.world.chats[0].menus;
		expect(await pick('searchChatMenus')).toEqual([top]);
		expect(await pick('searchChatMenuItems')).toEqual([
			top,
			{ name: 'More > Wiki', value: children[0].chat_menu_second_level_id },
		]);
	});

	it('list the commands of the app with their slash', async () => {
		const help = await add('slashCommand', { command: 'help', commandDescription: 'Help' });
		await add('slashCommand', { command: 'deploy', commandDescription: 'Deploys' });
		expect(await pick('searchSlashCommands', '/he')).toEqual([
			{ name: '/help', value: help.command_id },
		]);
	});

	it.each([
		['no chat', { mode: 'list', value: '' }],
		['a chat that an expression gives', { mode: 'id', value: '={{ $json.chat_id }}' }],
	])('say what to do with %s', async (_what, chosen) => {
		for (const method of ['searchChatTabs', 'searchChatMenus', 'searchChatMenuItems']) {
			const parameters = { ...shown(method), chatId: { __rl: true as const, ...chosen } };
			await expect(lark.pick(method, { parameters })).rejects.toThrow(/^No chat is chosen/);
		}
		expect(lark.sandbox.requests).toEqual([]);
	});

	it('give what an operation takes, from the list or by ID', async () => {
		const { tab_id } = await add('chatTab', { tab_name: 'Roadmap' });
		for (const [mode, value] of [
			['list', tab_id],
			['id', `={{ "${String(tab_id)}" }}`],
		]) {
			const { items, error } = await lark.run({
				...{ resource: 'chatTab', operation: 'update', chatId },
				tabId: { __rl: true, mode, value } as never,
				updateFields: { tab_name: `Plan by ${String(mode)}` },
			});
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ tab_id, tab_name: `Plan by ${String(mode)}` });
		}
	});
});
