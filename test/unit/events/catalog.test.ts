import { NodeHelpers, type INodeParameters } from 'n8n-workflow';

import { documentedEvents } from '../../../sandbox/events/documented-event';
import { LarkTrigger } from '../../../nodes/LarkTrigger/LarkTrigger.node';
import { CATALOG } from '../../../nodes/shared/events/catalog';

const { description } = new LarkTrigger();

/** The fields and notices that the panel shows for these parameters. */
function shown(parameters: INodeParameters) {
	const values = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		{ typeVersion: 1 },
		description,
	);
	return description.properties.filter(
		(property) =>
			property.type !== 'hidden' &&
			NodeHelpers.displayParameter(values ?? {}, property, { typeVersion: 1 }, description),
	);
}

const namesOf = (parameters: INodeParameters) =>
	shown(parameters)
		.filter(({ type }) => type !== 'notice')
		.map(({ displayName }) => displayName);

const noticesOf = (parameters: INodeParameters) =>
	shown(parameters)
		.filter(({ type, name }) => type === 'notice' && name !== 'setupNotice')
		.map(({ displayName }) => displayName);

describe('the events of the trigger', () => {
	it('are those that Lark documents', () => {
		expect(CATALOG.map(({ value }) => value).sort()).toEqual(
			documentedEvents.map(({ type }) => type).sort(),
		);
	});

	it.each(CATALOG)('$name: the scope is one that Lark documents', ({ value, scope, setting }) => {
		const { scopes = [], kind } = documentedEvents.find(({ type }) => type === value) ?? {};
		if (scope) expect(scopes).toContain(scope.split(' ')[0]);
		else expect(scopes).toEqual([]);
		expect(setting === 'callback' || setting === 'preview').toBe(kind === 'callback');
	});

	it('say what they need, as soon as they are chosen', () => {
		for (const { value, scope, setting } of CATALOG) {
			const notices = noticesOf({ events: [value] });
			expect(notices).toHaveLength(scope || setting ? 1 : 0);
			expect(notices.join()).toContain(scope?.split(' ')[0] ?? '');
		}
		const reactions = ['im.message.reaction.created_v1', 'im.message.reaction.deleted_v1'];
		expect(noticesOf({ events: reactions })).toHaveLength(1);
	});
});

describe('the fields of the trigger', () => {
	it('are those of a message, when messages can come', () => {
		const ofMessages = [
			'Trigger On',
			'Chat Types',
			'Direct Chats',
			'Groups',
			'Group Messages',
			'Simplify',
			'Stream the Answer',
			'Filters',
			'Options',
			'Webhook Options',
		];
		expect(namesOf({})).toEqual(ofMessages);
		expect(namesOf({ events: ['any'] })).toEqual(expect.arrayContaining(ofMessages));
		expect(namesOf({ events: ['im.chat.updated_v1'] })).toEqual([
			'Trigger On',
			'Simplify',
			'Webhook Options',
		]);
		expect(namesOf({ events: ['custom'] })).toEqual([
			'Trigger On',
			'Event Types',
			'Simplify',
			'Webhook Options',
		]);
		const card = { events: ['card.action.trigger'] };
		expect(namesOf(card)).not.toContain('Toast Style');
		expect(namesOf({ ...card, toastText: 'Thanks' })).toContain('Toast Style');
	});

	it('hold no secret: those are in the credential, which no exported workflow carries', () => {
		const names = JSON.stringify(description.properties).match(/"name":"[^"]*"/g) ?? [];
		expect(names.filter((name) => /secret|encrypt|verification/i.test(name))).toEqual([]);
		expect(description.credentials).toEqual([{ name: 'larkApi', required: true }]);
	});

	it('are fewer, when there are no groups or no direct chats to choose', () => {
		expect(namesOf({ chatTypes: ['p2p'] })).not.toContain('Groups');
		expect(namesOf({ chatTypes: ['topic'] })).not.toContain('Direct Chats');
		expect(namesOf({ directScope: 'selected' })).toContain('Selected People');
		expect(namesOf({ groupScope: 'selected' })).toContain('Selected Groups');
		expect(namesOf({ simple: false })).not.toContain('Options');
	});

	it('have names that n8n can address', () => {
		const names = description.properties.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const name of names) expect(name).toMatch(/^\w+$/);
	});
});
