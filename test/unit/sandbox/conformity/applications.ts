import type { SandboxSetup } from '../support';
import type { Calls } from './calls';

const LANG = { lang: 'en_us' };

/** A successful call of every API of the developer console. */
export const applicationCalls: Calls = {
	'application.v6.application.get': (b) => b.call('GET', of(b, 'v6'), { query: LANG }),
	'application.v6.application.list': (b) =>
		b.call('GET', 'application/v6/applications', { query: LANG }),
	'application.v6.application_app_version.list': (b) =>
		b.call('GET', of(b, 'v6', 'app_versions'), { query: LANG }),
	'application.v6.application_app_version.get': (b) =>
		b.call('GET', of(b, 'v6', `app_versions/oav_${b.sandbox.app.appId}`), { query: LANG }),
	'application.v6.scope.list': (b) => b.call('GET', 'application/v6/scopes'),
	'application.v6.scope.apply': (b) => {
		b.sandbox.app.scopes = [];
		b.sandbox.app.console.draft = { scopes: ['im:chat'] };
		return b.call('POST', 'application/v6/scopes/apply');
	},
	'application.v6.application.contacts_range_configuration': (b) => {
		const { userId } = b.alice;
		b.sandbox.app.console.contactsRange = { type: 'some', users: [userId], departments: ['od-1'] };
		return b.call('GET', of(b, 'v6', 'contacts_range_configuration'));
	},
	'application.v6.application_contacts_range.patch': (b) =>
		b.call('PATCH', of(b, 'v6', 'contacts_range'), { body: { contacts_range_type: 'all' } }),
	'application.v6.application_visibility.patch': (b) =>
		b.call('PATCH', of(b, 'v6', 'visibility'), { body: { is_visible_to_all: false } }),
	'application.v7.application_config.patch': (b) => {
		const add_scopes = [{ scope_name: 'im:chat', token_type: 'tenant' }];
		return b.call('PATCH', of(b, 'v7', 'config'), { body: { scope: { add_scopes } } });
	},
	'application.v7.application_ability.patch': (b) =>
		b.call('PATCH', of(b, 'v7', 'ability'), { body: { bot: { enable: true } } }),
	'application.v7.application_base.patch': (b) =>
		b.call('PATCH', of(b, 'v7', 'base'), { body: { i18ns: [{ i18n_key: 'en_us', name: 'New' }] } }),
	'application.v7.application_publish.create': (b) =>
		b.call('POST', of(b, 'v7', 'publish'), { body: PUBLISH }),
	'application.v7.app_slash_command.create': (b) => slashCommand(b),
	'application.v7.app_slash_command.list': async (b) => {
		await slashCommand(b);
		return b.call('GET', COMMANDS);
	},
	'application.v7.app_slash_command.patch': async (b) => {
		const body = { description: { default_value: 'Help', i18n: { zh_cn: '帮助' } } };
		return b.call('PATCH', await commandOf(b), { body });
	},
	'application.v7.app_slash_command.delete': async (b) => b.call('DELETE', await commandOf(b)),
	'event.v1.outbound_ip.list': (b) =>
		b.call('GET', 'event/v1/outbound_ip', { query: { page_size: '2' } }),
	'event.v1.connection.get': (b) => b.call('GET', 'event/v1/connection'),
};

const COMMANDS = 'application/v7/app_slash_commands';

function slashCommand(b: SandboxSetup) {
	const body = { command: 'help', description: { default_value: 'What the bot can do' } };
	return b.call('POST', COMMANDS, { body });
}

async function commandOf(b: SandboxSetup) {
	const { command_id } = (await slashCommand(b)).body.data;
	return `${COMMANDS}/${command_id}`;
}

const PUBLISH = {
	mobile_default_ability: 'bot',
	pc_default_ability: 'bot',
	remark: 'For alerts',
	changelog: 'Scopes',
};

const of = ({ sandbox }: SandboxSetup, version: string, part = '') =>
	[`application/${version}/applications/${sandbox.app.appId}`, part].filter(Boolean).join('/');
