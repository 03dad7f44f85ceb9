import { InputError } from '../../../shared/inputError';
import { getBotInfo } from '../../../shared/lark/app';
import {
	changeAppAbility,
	changeAppConfig,
	countConnections,
	getApplication,
	getAppVersion,
	getContactsRange,
	listScopes,
	publishApp,
} from '../../../shared/lark/apps';
import { scopeLink } from '../../../shared/transport/consoleLink';
import type { OperationItem } from '../../fields/item';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../operation';
import { isDraftWaiting, noteDraft } from './drafts';
import { moreEvents, moreScopes, purposeField, readNeeds, scopeNotices } from './fields';
import { mergeBodies } from './mergeBodies';
import type { Step } from './plan';
import { withOwnTrigger } from './ownTrigger';
import { isWithoutBot, readSetup, valueOf, type Refusal, type Setup } from './readSetup';
import { stepsFor } from './steps';
import type { Situation } from './steps/step';
import { publishedItem } from './publish';
import { readWish, wishOptions, wishProperties } from './wish';

/** @throws InputError that says what keeps the app from changing itself */
function readable(item: OperationItem, setup: Setup) {
	const { app } = item.lark;
	const refuse = ({ message, advice }: Refusal) => new InputError(message, advice);
	if (!setup.rest) throw refuse((setup.bot as { refusal: Refusal }).refusal);
	const scopes = valueOf(setup.rest.scopes) ?? [];
	const has = (wanted: string) =>
		scopes.some(({ name, isGranted }) => isGranted && name === wanted);
	const needed = [changeAppConfig.scopes[0], getApplication.scopes[0]];
	const lacking = needed.filter((scope) => !has(scope));
	if (lacking.length > 0) {
		throw new InputError(
			`The app may not set itself up: it lacks ${lacking.join(' and ')}`,
			`Add ${lacking.length > 1 ? 'them' : 'it'} in the developer console and publish a version: ${scopeLink(app, lacking)}`,
		);
	}
	const { application } = setup.rest;
	if ('refusal' in application) throw refuse(application.refusal);
	if (application.value.unaudit_version_id) {
		throw new InputError(
			'A version of the app waits for the approval of an administrator, and until then Lark changes nothing',
			'Ask an administrator to approve it, then run Set Up again.',
		);
	}
	const names = scopes.map(({ name }) => name);
	return { application: application.value, scopes: names, personScopes: setup.rest.personScopes };
}

/** Whether the bot is on in the draft; what is online may be older. */
const hasBot = (setup: Setup, { mobile_default_ability: first }: Situation['application']) =>
	!isWithoutBot(setup) || first === 'bot';

/** Whether something is in the draft, or will be, that no published version has. */
const needsVersion = (steps: Step[], setup: Setup, appId: string) =>
	steps.some(isVersioned) || isDraftAhead(setup) || isDraftWaiting(appId);

const isVersioned = ({ effect }: Step) => effect === 'with the published version';

function isDraftAhead({ rest, bot }: Setup): boolean {
	const application = valueOf(rest?.application);
	const online = valueOf(rest?.online);
	if (!application?.online_version_id) return true;
	// What cannot be compared is not published anew with each run.
	if (!online) return false;
	const published = new Set(online.scopes?.map(({ scope }) => scope));
	const pushed = new Set(online.event_infos?.map(({ event_type: type }) => type));
	return (
		isWithoutBot({ bot }) ||
		(application.scopes ?? []).some(({ scope }) => !published.has(scope)) ||
		(application.event?.subscribed_events ?? []).some((type) => !pushed.has(type))
	);
}

async function carryOut({ lark }: OperationItem, steps: Step[]): Promise<void> {
	const path = { app_id: lark.app.appId };
	if (steps.some(({ kind }) => kind === 'bot')) {
		await lark.call(changeAppAbility, { path, body: { bot: { enable: true } } });
	}
	const changes = steps.filter(({ kind }) => kind === 'config');
	if (changes.length > 0) {
		await lark.call(changeAppConfig, { path, body: mergeBodies(changes) });
	}
	if (steps.some(isVersioned)) noteDraft(lark.app.appId, true);
}

export const appSetUp: Operation = {
	name: 'Set Up',
	value: 'setUp',
	action: 'Set up the app',
	description:
		'Add what the Lark app lacks in the developer console for a purpose: bot, scopes, events, callbacks, request URL, key. Takes nothing away. One item per change: "status" is planned, done, unchanged or left. With Dry Run on, it only says what it would change.',
	endpoints: [
		getApplication,
		getBotInfo,
		listScopes,
		getAppVersion,
		getContactsRange,
		countConnections,
		changeAppAbility,
		changeAppConfig,
		publishApp,
	],
	lanes: () => ['one after the other'],
	properties: [
		purposeField.property,
		...wishProperties,
		...scopeNotices,
		optionsCollection([moreEvents.property, moreScopes.property, ...wishOptions]),
	],

	async execute(item) {
		const needs = readNeeds(item);
		const asked = readWish(item);
		const setup = await readSetup(item.lark);
		const { application, ...known } = readable(item, setup);
		const { ownUrl, lark } = item;
		const wish = withOwnTrigger(asked, lark.app, application, ownUrl);
		const steps = stepsFor({
			...{ app: lark.app, needs, wish, application, ...known, ownUrl },
			hasBot: hasBot(setup, application),
			connections: valueOf(setup.rest?.connections),
		});
		if (!wish.isDryRun) await carryOut(item, steps);
		const status = (kind: Step['kind']) =>
			kind === 'none' ? 'unchanged' : kind === 'left' ? 'left' : wish.isDryRun ? 'planned' : 'done';
		return [
			...steps.map(({ change, detail, effect, kind }) => ({
				change,
				status: status(kind),
				detail,
				effect,
			})),
			await publishedItem(lark, wish, needsVersion(steps, setup, lark.app.appId)),
		];
	},
};
