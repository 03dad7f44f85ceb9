import type { SandboxOptions } from '../../../sandbox';
import { bench, stoppedClock, type Request, type SandboxSetup } from './support';

const MINUTE_MS = 60 * 1_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const TEXT = { tag: 'markdown', element_id: 'text', content: 'Hi' };

const card = (elements: unknown[] = [TEXT], config: object = { streaming_mode: true }) => ({
	schema: '2.0',
	config,
	body: { elements },
});

/** One card entity, with the calls that change it. The `sequence` counts by itself. */
class Entity {
	private sequence = 0;

	constructor(
		readonly b: SandboxSetup,
		readonly cardId: string,
	) {}

	call(method: string, path: string, body: object, more: Request = {}) {
		return this.b.call(method, `cardkit/v1/cards/${this.cardId}${path}`, {
			body: { sequence: ++this.sequence, ...body },
			...more,
		});
	}

	write(content: string, more: object = {}) {
		return this.call('PUT', '/elements/text/content', { content, ...more });
	}

	settings(settings: unknown) {
		return this.call('PATCH', '/settings', { settings: JSON.stringify(settings) });
	}

	update(next: unknown) {
		const given = { type: 'card_json', data: JSON.stringify(next) };
		return this.call('PUT', '', { card: given });
	}

	batch(...actions: unknown[]) {
		return this.call('POST', '/batch_update', { actions: JSON.stringify(actions) });
	}

	add(elements: unknown, place: object = { type: 'append' }) {
		return this.call('POST', '/elements', { ...place, elements: JSON.stringify(elements) });
	}

	send(chat?: string) {
		return this.b.send('interactive', { type: 'card', data: { card_id: this.cardId } }, { chat });
	}

	get card() {
		return this.b.sandbox.world.cardEntities.byId(this.cardId)?.card as ReturnType<typeof card>;
	}
}

function create(b: SandboxSetup, given: unknown, type = 'card_json') {
	return b.call('POST', 'cardkit/v1/cards', { body: { type, data: JSON.stringify(given) } });
}

async function entityOf(given: unknown = card(), options: SandboxOptions = {}) {
	const b = await bench(options);
	return new Entity(b, (await create(b, given)).body.data.card_id);
}

const codeOf = ({ body: { code } }: { body: { code: number } }) => code;

describe('a new card entity', () => {
	it.each([
		['nothing in it', {}, 300307],
		['a card JSON 1.0', { elements: [TEXT] }, 300303],
		['a card for each person alone', card([TEXT], { update_multi: false }), 300302],
		['no body', { schema: '2.0' }, 200220],
		['an element without a tag', card([{ content: 'Hi' }]), 200220],
		['an element_id that starts with a digit', card([{ ...TEXT, element_id: '1a' }]), 200220],
		['an element_id of 21 characters', card([{ ...TEXT, element_id: 'a'.repeat(21) }]), 200220],
		['an element_id twice', card([TEXT, TEXT]), 300301],
		['201 elements', card(Array.from({ length: 201 }, () => ({ tag: 'hr' }))), 300305],
		['texts that make more than 200 of them', card(Array.from({ length: 101 }, divider)), 300305],
		['more than 30 KB', card([{ ...TEXT, content: '€'.repeat(10_240) }]), 200860],
		['a fourth table', card(Array.from({ length: 4 }, () => ({ tag: 'table' }))), 230099],
		['a config that cards do not have', card([TEXT], { streaming: true }), 200220],
		['a print strategy that is none', card([TEXT], printing({ print_strategy: 'slow' })), 200220],
		['a print step that is none', card([TEXT], printing({ print_step: { pc: 0 } })), 200220],
	])('is refused with %s', async (_what, given, code) => {
		expect(codeOf(await create(await bench(), given))).toBe(code);
	});

	it('may have 200 elements and 30 KB', async () => {
		const b = await bench();
		expect(codeOf(await create(b, card(Array.from({ length: 100 }, divider))))).toBe(0);
		expect(codeOf(await create(b, card([{ ...TEXT, content: 'x'.repeat(30_000) }])))).toBe(0);
	});

	it('is refused when its data is no JSON', async () => {
		const body = { type: 'card_json', data: '{' };
		expect(codeOf(await (await bench()).call('POST', 'cardkit/v1/cards', { body }))).toBe(10002);
	});

	it('can be a template, in which there are no elements to write to', async () => {
		const b = await bench();
		const { body } = await create(b, { template_id: 'AAq' }, 'template');
		const entity = new Entity(b, body.data.card_id);
		expect(codeOf(await entity.send())).toBe(0);
		expect(codeOf(await entity.write('Hello'))).toBe(300309);
		expect(codeOf(await create(b, { template: 'AAq' }, 'template'))).toBe(200220);
	});
});

describe('a card that is sent by its ID', () => {
	it('reads as the card, and as it is changed later', async () => {
		const entity = await entityOf();
		const { message_id: id } = (await entity.send()).body.data;
		await entity.write('Hi, there');
		const query = { card_msg_content_type: 'user_card_content' };
		const { items } = (await entity.b.call('GET', `im/v1/messages/${id}`, { query })).body.data;
		expect(JSON.parse(items[0].body.content)).toEqual(card([{ ...TEXT, content: 'Hi, there' }]));
		expect(items[0]).toMatchObject({ msg_type: 'interactive', updated: false });
	});

	it('is sent once', async () => {
		const entity = await entityOf();
		await entity.send();
		const { body } = await entity.send();
		expect(body).toMatchObject({ code: 230099, msg: expect.stringContaining('11310') as string });
	});

	it('can be a reply', async () => {
		const entity = await entityOf();
		const { message_id: id } = await entity.b.sendText('Hi');
		const content = JSON.stringify({ type: 'card', data: { card_id: entity.cardId } });
		const body = { msg_type: 'interactive', content };
		const reply = await entity.b.call('POST', `im/v1/messages/${id}/reply`, { body });
		expect(reply.body).toMatchObject({ code: 0, data: { parent_id: id } });
	});

	it('is not sent by another app, after 14 days, or under an ID that does not exist', async () => {
		const { clock, advance } = stoppedClock();
		const entity = await entityOf(card(), { clock });
		const { b, cardId } = entity;
		const app = b.sandbox.registerApp();
		b.group.bots.push(app.appId);
		const content = { type: 'card', data: { card_id: cardId } };
		expect(codeOf(await b.send('interactive', content, { app }))).toBe(230099);
		advance(14 * DAY_MS + 1);
		expect(codeOf(await entity.send())).toBe(230099);
		expect(codeOf(await entity.write('Hello'))).toBe(200750);
		content.data.card_id = '7000000000000000000';
		expect(codeOf(await b.send('interactive', content))).toBe(230099);
	});

	it('has another card when the message is patched', async () => {
		const entity = await entityOf();
		const { message_id: id } = (await entity.send()).body.data;
		const next = card([{ ...TEXT, content: 'Patched' }]);
		const body = { content: JSON.stringify(next) };
		expect(codeOf(await entity.b.call('PATCH', `im/v1/messages/${id}`, { body }))).toBe(0);
		expect(entity.card).toEqual(next);
	});
});

describe('the sequence of a card', () => {
	it('increases strictly, over all kinds of changes', async () => {
		const entity = await entityOf();
		expect(codeOf(await entity.write('1', { sequence: 5 }))).toBe(0);
		expect(codeOf(await entity.write('2', { sequence: 5 }))).toBe(300317);
		expect(codeOf(await entity.call('DELETE', '/elements/text', { sequence: 4 }))).toBe(300317);
		expect(codeOf(await entity.write('3', { sequence: 7 }))).toBe(0);
		expect(entity.card.body.elements).toEqual([{ ...TEXT, content: '3' }]);
	});

	it.each([0, -1, 2 ** 31])('is not %d', async (sequence) => {
		expect(codeOf(await (await entityOf()).write('Hi', { sequence }))).toBe(99992402);
	});
});

describe('the uuid of a change', () => {
	it('makes the change once, whatever the sequence of the repetition', async () => {
		const entity = await entityOf();
		await entity.write('1', { uuid: 'a' });
		await entity.write('2', { uuid: 'b' });
		expect(codeOf(await entity.write('1', { uuid: 'a', sequence: 1 }))).toBe(0);
		expect(codeOf(await entity.write('1', { uuid: 'a', sequence: 9 }))).toBe(0);
		expect(entity.card.body.elements).toEqual([{ ...TEXT, content: '2' }]);
	});

	it('is refused for another change', async () => {
		const entity = await entityOf();
		await entity.write('1', { uuid: 'a' });
		expect(codeOf(await entity.write('2', { uuid: 'a' }))).toBe(200770);
	});
});

describe('streaming mode', () => {
	it('is needed to write into a card', async () => {
		const entity = await entityOf(card([TEXT], {}));
		expect(codeOf(await entity.write('Hello'))).toBe(300309);
		await entity.settings({ config: { streaming_mode: true } });
		expect(codeOf(await entity.write('Hello'))).toBe(0);
		await entity.settings({ config: { streaming_mode: false, summary: { content: 'Done' } } });
		expect(codeOf(await entity.write('Hello, again'))).toBe(300309);
		expect(entity.card.config).toEqual({ streaming_mode: false, summary: { content: 'Done' } });
	});

	it('ends after ten minutes, which setting it while it is on does not change', async () => {
		const { clock, advance } = stoppedClock();
		const entity = await entityOf(card(), { clock });
		advance(9 * MINUTE_MS);
		await entity.settings({ config: { streaming_mode: true } });
		expect(codeOf(await entity.write('Hello'))).toBe(0);
		advance(MINUTE_MS);
		expect(codeOf(await entity.write('Hello, again'))).toBe(200850);
		expect(codeOf(await entity.add([{ tag: 'hr' }]))).toBe(200510);
		expect(entity.card.config).toEqual({ streaming_mode: false });
		await entity.settings({ config: { streaming_mode: true } });
		expect(codeOf(await entity.write('Hello, again'))).toBe(0);
	});

	it('writes into Markdown and plain text, and nothing else', async () => {
		const label = { tag: 'plain_text', element_id: 'label', content: 'Go' };
		const button = { tag: 'button', element_id: 'button', text: label };
		const entity = await entityOf(card([TEXT, button]));
		const write = (id: string) => entity.call('PUT', `/elements/${id}/content`, { content: 'Yes' });
		expect(codeOf(await write('label'))).toBe(0);
		expect(codeOf(await write('button'))).toBe(300310);
		expect(codeOf(await write('other'))).toBe(300313);
		expect(entity.card.body.elements).toEqual([
			TEXT,
			{ ...button, text: { ...label, content: 'Yes' } },
		]);
	});

	it('takes no more than a card takes', async () => {
		const table = '|a|b|\n|-|-|\n|1|2|\n\n';
		const entity = await entityOf();
		expect(codeOf(await entity.write('x'.repeat(31_000)))).toBe(200860);
		expect((await entity.write(table.repeat(4))).body).toMatchObject({
			code: 230099,
			msg: expect.stringContaining('table number over limit') as string,
		});
		expect(codeOf(await entity.write(''))).toBe(99992402);
	});
});

describe('the elements of a card', () => {
	const other = { tag: 'hr', element_id: 'line' };
	const form = { tag: 'form', element_id: 'form', name: 'form' };

	it('are added before, after and in others', async () => {
		const entity = await entityOf();
		const at = (type: string, target_element_id?: string) => ({ type, target_element_id });
		await entity.add([form], at('insert_before', 'text'));
		await entity.add([other], at('insert_after', 'text'));
		await entity.add([{ tag: 'hr' }], at('append', 'form'));
		expect(entity.card.body.elements).toEqual([
			{ ...form, elements: [{ tag: 'hr' }] },
			TEXT,
			other,
		]);
	});

	it.each([
		['insert_after', undefined],
		['insert_before', 'nowhere'],
		['append', 'text'],
	])('are not added with %s %s', async (type, target_element_id) => {
		const entity = await entityOf();
		expect(codeOf(await entity.add([other], { type, target_element_id }))).toBe(300315);
		expect(codeOf(await entity.add([TEXT]))).toBe(300301);
		expect(codeOf(await entity.add(other))).toBe(300315);
	});

	it('are replaced, changed in parts and deleted', async () => {
		const entity = await entityOf(card([TEXT, other]));
		await entity.call('PUT', '/elements/line', { element: JSON.stringify(form) });
		await entity.call('PATCH', '/elements/text', { partial_element: '{"element_id":"words"}' });
		expect(entity.card.body.elements).toEqual([{ ...TEXT, element_id: 'words' }, form]);
		await entity.call('DELETE', '/elements/words', {});
		expect(entity.card.body.elements).toEqual([form]);
	});

	it.each([
		['DELETE', {}, 300314],
		['PUT', { element: '{"tag":"hr"}' }, 300121],
		['PATCH', { partial_element: '{"content":"Hi"}' }, 300313],
	])('that do not exist cannot be changed with %s', async (method, body, code) => {
		expect(codeOf(await (await entityOf()).call(method, '/elements/no', body))).toBe(code);
	});

	it('keep their tags when they are changed in parts', async () => {
		const body = { partial_element: '{"tag":"hr"}' };
		expect(codeOf(await (await entityOf()).call('PATCH', '/elements/text', body))).toBe(300312);
	});
});

describe('a batch of changes', () => {
	const words = { element_id: 'text', partial_element: { content: 'Ho' } };

	it('is made as a whole', async () => {
		const entity = await entityOf();
		const answer = await entity.batch(
			{ action: 'partial_update_element', params: words },
			{ action: 'add_elements', params: { type: 'append', elements: [{ tag: 'hr' }] } },
			{ action: 'partial_update_setting', params: { settings: { config: { summary: {} } } } },
		);
		expect(codeOf(answer)).toBe(0);
		expect(entity.card).toEqual(
			card([{ ...TEXT, content: 'Ho' }, { tag: 'hr' }] as never, {
				streaming_mode: true,
				summary: {},
			}),
		);
	});

	it('is not made in parts', async () => {
		const entity = await entityOf();
		const answer = await entity.batch(
			{ action: 'partial_update_element', params: words },
			{ action: 'delete_elements', params: { element_ids: ['no'] } },
		);
		expect(codeOf(answer)).toBe(300314);
		expect(entity.card).toEqual(card());
	});

	it.each([
		[{ action: 'add_element', params: {} }],
		[{ action: 'update_element', params: { element_id: 'text', element: '{"tag":"hr"}' } }],
		[{ action: 'partial_update_element' }],
	])('has no %j', async (action) => {
		expect(codeOf(await (await entityOf()).batch(action))).toBe(10002);
	});
});

describe('settings of a card', () => {
	it.each([
		['outside of config', { streaming_mode: false }, 300122],
		['that cards do not have', { config: { streaming: false } }, 300122],
		['that make a card for each person', { config: { update_multi: false } }, 300302],
	])('%s are refused', async (_what, settings, code) => {
		expect(codeOf(await (await entityOf()).settings(settings))).toBe(code);
	});
});

describe('who may change a card, and how often', () => {
	it('is the app that made it, and nobody without the scope', async () => {
		const entity = await entityOf();
		const other = entity.b.sandbox.registerApp();
		const call = (app: typeof other) =>
			entity.call('DELETE', '/elements/text', { sequence: 1 }, { app });
		expect(codeOf(await call(other))).toBe(300311);
		expect(codeOf(await call(entity.b.sandbox.registerApp({ scopes: [] })))).toBe(99991672);
		expect(codeOf(await new Entity(entity.b, '7').write('Hi'))).toBe(200740);
	});

	it('is ten times a second for a card, over all kinds of changes', async () => {
		const { clock, advance } = stoppedClock();
		const entity = await entityOf(card(), { clock, rateLimits: true });
		for (let i = 0; i < 9; i++) await entity.write(`Hi ${i}`);
		expect(codeOf(await entity.settings({ config: { summary: {} } }))).toBe(0);
		const refused = await entity.write('Hi, there');
		expect(refused).toMatchObject({ status: 429, body: { code: 99991400 } });
		expect(refused.headers.get('x-ogw-ratelimit-limit')).toBe('10');
		advance(1_000);
		expect(codeOf(await entity.write('Hi, there'))).toBe(0);
	});
});

describe('the ID of a message', () => {
	it('becomes that of its card', async () => {
		const b = await bench();
		const { message_id } = (await b.send('interactive', card())).body.data;
		const convert = () => b.call('POST', 'cardkit/v1/cards/id_convert', { body: { message_id } });
		const entity = new Entity(b, (await convert()).body.data.card_id);
		await entity.write('Hello');
		expect(JSON.parse(b.sandbox.world.message(message_id)?.sentContent ?? '')).toEqual(entity.card);
		expect((await convert()).body.data.card_id).toBe(entity.cardId);
	});
});

describe('a fault', () => {
	it('refuses an API with a code for some requests', async () => {
		const entity = await entityOf();
		entity.b.sandbox.refuse({ api: 'cardkit.v1.card_element.', code: 300309, times: 2 });
		expect(codeOf(await entity.write('1'))).toBe(300309);
		expect(codeOf(await entity.settings({ config: { summary: {} } }))).toBe(0);
		expect(codeOf(await entity.write('2'))).toBe(300309);
		expect(codeOf(await entity.write('3'))).toBe(0);
	});

	it('refuses until it is taken away, also through the control API', async () => {
		const entity = await entityOf();
		const url = `${entity.b.sandbox.url}/sandbox/faults`;
		const add = (fault: object) =>
			fetch(url, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(fault),
			});
		expect((await add({ api: 'cardkit.', code: 99991400 })).status).toBe(201);
		expect((await entity.write('1')).status).toBe(429);
		await fetch(url, { method: 'DELETE' });
		expect((await entity.write('1')).status).toBe(200);
		const unknown = await add({ api: 'cardkit.', code: 1 });
		expect(await unknown.json()).toEqual({ error: 'cardkit. does not document code 1' });
		expect((await add({ api: 'cards.', code: 200860 })).status).toBe(400);
	});
});

function divider() {
	return { tag: 'div', text: { tag: 'plain_text', content: '-' } };
}

function printing(streaming_config: object) {
	return { streaming_mode: true, streaming_config };
}
