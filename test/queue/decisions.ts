import type { Section } from '../../harness/report';
import type { User } from '../../sandbox';
import type { TestSetup } from '../support/server';
import {
	askMany,
	outcomeOf,
	personById,
	publishAsker,
	publishLongConnection,
	publishWebhook,
	type Asked,
} from '../support/server/asking';
import { inTurn } from './harness/balancer';
import type { Installation } from './harness/installation';

/** How often somebody presses again whom the toast has asked to. */
const PRESSES = 12;

/** How many questions are answered at the same moment. */
const AT_ONCE = 5;

interface Pressed {
	/** Its type, or the error, at the last press. */
	toast: string;
	presses: number;
	/** Of all presses, in ms. */
	times: number[];
}

const BUSY = 'try again';

/** Somebody presses a button, and does so again when the toast says so, or when none comes in time. */
async function insist({ sandbox }: TestSetup, asked: Asked, from: User): Promise<Pressed> {
	const times: number[] = [];
	for (let presses = 1; ; presses++) {
		const began = performance.now();
		const pressed = sandbox.press({ from, message: asked.message.messageId, button: 0 });
		const toast = await pressed.catch(({ message }: Error) => ({
			type: message,
			content: message.includes('no answer') ? BUSY : '',
		}));
		times.push(performance.now() - began);
		const isBusy = toast?.content?.includes(BUSY);
		if (isBusy && presses < PRESSES) continue;
		return { toast: String(toast?.type), presses, times };
	}
}

/** All people press at the same moment, on a few questions at once. */
async function pressAll(setup: TestSetup, questions: Asked[], people: User[]) {
	const found: Array<{ asked: Asked; pressed: Pressed[] }> = [];
	const left = [...questions];
	const worker = async () => {
		for (let asked = left.pop(); asked; asked = left.pop()) {
			const question = asked;
			const pressed = await Promise.all(
				people.map(async (user) => await insist(setup, question, user)),
			);
			found.push({ asked, pressed });
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return found;
}

const share = (times: number[], part: number): number =>
	Math.round([...times].sort((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? 0);

/**
 * Questions are answered by people who click at the same moment, through two webhook processes, and the
 * executions go on in two workers: each question is decided once, and no answer is lost.
 */
export async function decisions(
	{ balancer }: Installation,
	behindMain: TestSetup,
	count: number,
): Promise<Section> {
	balancer.share(inTurn());
	const setup = { ...behindMain, url: balancer.url };
	const { world, openIdOf } = setup.sandbox;
	const people = world.chats[0].members.map((id) => world.userById(id)!).slice(0, 3);
	const section: Section = { name: 'Send and Wait in queue mode', measured: {}, checks: [] };
	const trigger = await publishWebhook(setup);

	const approver = people.map((user) => personById(openIdOf(user)));
	const all = { whoMayAnswer: 'people', approvers: { approver }, approvalsNeeded: 'all' };
	const ways = [
		{ name: 'one approval, two clicks', parameters: {}, by: people.slice(0, 2), answers: 1 },
		{ name: 'three approvals, three clicks', parameters: all, by: people, answers: 3 },
	];
	for (const { name, parameters, by, answers } of ways) {
		const asker = await publishAsker(setup, parameters);
		const questions = await askMany(setup, asker, count);
		const found = await pressAll(setup, questions, by);
		const times = found.flatMap(({ pressed }) => pressed.flatMap((each) => each.times));
		let lost = 0;
		let wrong = 0;
		for (const { asked, pressed } of found) {
			const counted = pressed.filter(({ toast }) => toast === 'success').length;
			const outcome = await outcomeOf(setup, asked.executionId).catch((error: Error) => {
				console.log(`${name}: ${error.message}`, JSON.stringify(pressed));
				return undefined;
			});
			const responders = (outcome?.responders ?? []) as unknown[];
			if (responders.length < counted) lost++;
			// Of several approvals, one may be counted after Lark has stopped waiting for the toast.
			const isCounted = answers === 1 ? counted === 1 : counted <= answers;
			if (!isCounted || responders.length !== answers) wrong++;
		}
		section.measured[name] = {
			questions: count,
			presses: times.length,
			'pressed again': found.flatMap(({ pressed }) => pressed).filter((each) => each.presses > 1)
				.length,
			p50: share(times, 0.5),
			p99: share(times, 0.99),
			slowest: share(times, 1),
		};
		section.checks.push(
			{ what: `${name}: answers that were counted and lost`, value: lost, atMost: 0 },
			{ what: `${name}: not decided exactly once`, value: wrong, atMost: 0 },
		);
		if (answers > 1) continue;
		section.checks.push({
			what: `${name}: slowest toast in ms`,
			value: share(times, 1),
			atMost: 3_000,
		});
	}
	await setup.client.unpublish(trigger.id);
	section.checks.push(await throughLongConnection(setup, people[0]));
	return section;
}

/** The main process gets the click, and serves no webhooks itself. */
async function throughLongConnection(setup: TestSetup, user: User) {
	const listener = await publishLongConnection(setup);
	const [asked] = await askMany(setup, await publishAsker(setup), 1);
	const { toast } = await insist(setup, asked, user);
	const outcome = await outcomeOf(setup, asked.executionId);
	await setup.client.unpublish(listener.id);
	const isGood = toast === 'success' && outcome?.approved === true;
	return { what: 'through a long connection: wrong', value: isGood ? 0 : 1, atMost: 0 };
}
