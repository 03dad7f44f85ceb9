import { isWithoutBot, valueOf } from '../readSetup';
import { checkNamed, saidBy, type Finding, type Subject } from './finding';

const token = checkNamed(
	'credential',
	'baseinfo',
	'With App ID and App Secret, n8n gets the token that every call needs.',
);
const addresses = checkNamed(
	'ipAllowList',
	'safe',
	'With an IP allow list, Lark refuses calls from all other addresses.',
);
const bot = checkNamed('bot', 'bot', 'The bot is who sends and receives messages.');
const enabled = checkNamed(
	'enabled',
	'version',
	'Lark refuses the calls of an app that is not enabled in the company.',
);

/** What Lark says when the address of n8n is not on the app's list. */
const DENIED_ADDRESS = 99991401;

const ADD_BOT = 'Add the bot under "Add Features > Bot" and publish a version, or run Set Up.';

/** Why nothing else can be asked. */
function lockedOut(subject: Subject): Finding[] {
	const { bot: reading } = subject.setup;
	if (!('refusal' in reading)) return [];
	const { refusal } = reading;
	if (refusal.code === DENIED_ADDRESS) {
		return [
			token.ok(subject, 'Lark accepts App ID and App Secret.'),
			addresses.missing(
				subject,
				`The address of this n8n is not on the IP allow list of the app. ${refusal.message}`,
				'Add the public address of the n8n server under "Security Settings > IP Whitelist", or empty the list.',
			),
		];
	}
	const finding =
		refusal.code === undefined
			? `Nothing can be checked, for Lark does not answer. ${saidBy(refusal)}`
			: `Lark gives no access. ${saidBy(refusal)}`;
	const fix =
		refusal.code === undefined
			? 'Check Region or Base URL of the credential and the network of the n8n server, then run Check Setup again.'
			: 'Mend what Lark names in the credential or in the developer console, then run Check Setup again.';
	return [token.missing(subject, finding, fix, `${subject.app.consoleUrl}/app`)];
}

/** The address list as the bot's own description has it: this call has come through. */
function allowList(subject: Subject): Finding {
	const { ip_white_list: list = [] } = valueOf(subject.setup.bot) ?? {};
	const finding =
		list.length > 0
			? `The IP allow list of the app has ${list.length} entries; this n8n's address is one of them.`
			: 'No IP allow list keeps this n8n out.';
	return addresses.ok(subject, finding);
}

/** The draft may have a bot that no published version has. */
function withoutBot(subject: Subject): Finding {
	const { mobile_default_ability: first } = valueOf(subject.setup.rest?.application) ?? {};
	if (first !== 'bot') return bot.missing(subject, 'The app has no bot.', ADD_BOT);
	return bot.missing(
		subject,
		'The bot is added and not published yet.',
		'Publish a version under "Version Management & Release", or run Set Up.',
	);
}

/** The app as such: credential, address, bot, enabled. */
export function accessFindings(subject: Subject): Finding[] {
	const { setup } = subject;
	if (!setup.rest) return lockedOut(subject);
	const accepted = [token.ok(subject, 'Lark accepts App ID and App Secret.'), allowList(subject)];
	if (isWithoutBot(setup)) return [...accepted, withoutBot(subject)];
	const isEnabled = valueOf(setup.bot)?.activate_status === 2;
	return [
		...accepted,
		bot.ok(subject, 'The app has a bot.'),
		isEnabled
			? enabled.ok(subject, 'The app is enabled in the company.')
			: enabled.missing(
					subject,
					'The app is not enabled in the company.',
					'Publish a version under "Version Management & Release". If one is published, an administrator has to enable the app in the admin console.',
				),
	];
}
