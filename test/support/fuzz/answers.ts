import { randomUUID } from 'node:crypto';

import type { Random } from '../../../harness/random';
import { handOverForm } from '../../../nodes/shared/decision/handOverBody';
import { isObject } from '../../../nodes/shared/objects';
import { sealTicket, type TicketContent } from '../../../nodes/shared/decision/ticket';
import { proveClick } from '../../../nodes/shared/decision/proof';
import { request } from '../request';
import { cardEvent } from '../events';
import type { PublishedTrigger } from '../server/published-trigger';

/** A question that waits, and everything that somebody may have found out about it. */
export interface Target {
	trigger: PublishedTrigger;
	/** Where n8n takes the answers: its address. */
	url: string;
	/** From a card, and what is in it. */
	sealed: string;
	ticket: TicketContent;
	app: { appId: string; appSecret: string };
	message_id: string;
	chat_id: string;
	open_id: string;
}

/** A request that must count nothing. */
interface Hostile {
	name: string;
	url: string;
	method: string;
	headers: Record<string, string>;
	body: string | Buffer;
}

type Make = (target: Target, random: Random) => Omit<Hostile, 'name'>;

const JSON_ONLY = { 'Content-Type': 'application/json; charset=utf-8' };
const APPROVE = { answer: 'approve' };

/** A click on the card, as a verified push would bring it. */
function pushed(target: Target, value: unknown, more: object = {}, as = target.open_id) {
	const { trigger, message_id, chat_id } = target;
	const event = cardEvent(trigger.subscription.verificationToken);
	return {
		...event,
		event: {
			...event.event,
			operator: { open_id: as },
			action: { tag: 'button', value },
			context: { open_message_id: message_id, open_chat_id: chat_id },
			...more,
		},
	};
}

/** A push that Lark would have signed: only what is in it is wrong. */
const signed =
	(make: (target: Target, random: Random) => object): Make =>
	(target, random) => {
		const { trigger } = target;
		return { url: trigger.url, method: 'POST', ...trigger.push(make(target, random)) };
	};

/** As JSON, or as the form in which a trigger hands a click over. */
const posted =
	(make: (target: Target, random: Random) => unknown): Make =>
	(target, random) => {
		const body = make(target, random);
		const isForm = isObject(body) && random.below(4) > 0;
		const { headers, bytes } = isForm
			? handOverForm(body)
			: { headers: JSON_ONLY, bytes: JSON.stringify(body) ?? '' };
		return { url: target.url + target.ticket.resume, method: 'POST', headers, body: bytes };
	};

const clickOf = ({ message_id, chat_id, open_id }: Target) => ({
	operator: { open_id },
	action: { tag: 'button', value: APPROVE },
	message_id,
	chat_id,
	at: Date.now(),
});

const proven = (target: Target) =>
	proveClick(clickOf(target), target.ticket, target.app, Date.now());

const flipped = (text: string, random: Random): string => {
	const bytes = Buffer.from(text);
	const at = random.below(bytes.length);
	bytes[at] = (bytes[at] as number) ^ (1 << random.below(7));
	return bytes.toString('latin1');
};

const tickets: Array<(target: Target, random: Random) => unknown> = [
	({ sealed }, random) => flipped(sealed, random),
	({ sealed }, random) => sealed.slice(0, random.below(sealed.length)),
	({ sealed }, random) => sealed + random.bytes(1 + random.below(40)).toString('base64url'),
	(_target, random) => `q1.${random.bytes(random.below(3_000)).toString('base64url')}`,
	(_target, random) => random.pick<unknown>([null, 0, [], {}, '', 'q1.', true, ['q1.']]),
	({ ticket, app }) => sealTicket(ticket, { ...app, appSecret: 'another' }),
	({ ticket, app }) => sealTicket(ticket, { ...app, appId: 'cli_ffffffffffffffff' }),
	({ ticket, app }, random) =>
		sealTicket({ ...ticket, instanceId: random.bytes(32).toString('hex') }, app),
	({ ticket, app }, random) =>
		sealTicket({ ...ticket, questionId: random.bytes(20).toString('hex') }, app),
	({ ticket, app }, random) =>
		sealTicket({ ...ticket, executionId: String(random.below(10_000)) }, app),
	({ ticket, app }, random) =>
		sealTicket({ ...ticket, resume: flipped(ticket.resume, random).replace(/[^ -~]/g, '') }, app),
];

const bodies: Array<(target: Target, random: Random) => unknown> = [
	() => ({}),
	(_target, random) => random.pick<unknown>([null, 1, 'x', [], [{}], true]),
	(target) => ({ ...clickOf(target), approved: true }),
	() => ({ approved: true, data: { approved: true }, answer: 'approve' }),
	(target) => ({ click: JSON.stringify(clickOf(target)), sent_at: Date.now() }),
	(target, random) => ({ ...proven(target), proof: random.bytes(32).toString('base64url') }),
	(target, random) => ({ ...proven(target), proof: random.pick<unknown>(['', null, [], {}, 1]) }),
	(target, random) => ({ ...proven(target), click: flipped(String(proven(target).click), random) }),
	(target, random) => ({ ...proven(target), sent_at: Date.now() + 1 + random.below(1_000) }),
	(target, random) => {
		const age = 61_000 + random.below(10_000_000);
		return proveClick(clickOf(target), target.ticket, target.app, Date.now() - age);
	},
	(target) =>
		proveClick(clickOf(target), target.ticket, { ...target.app, appSecret: 'x' }, Date.now()),
	(target) =>
		proveClick(
			clickOf(target),
			{ ...target.ticket, executionId: '999999999' },
			target.app,
			Date.now(),
		),
	(target) =>
		proveClick(clickOf(target), { ...target.ticket, questionId: 'x' }, target.app, Date.now()),
	(target) =>
		proveClick({ ...clickOf(target), message_id: 'om_x' }, target.ticket, target.app, Date.now()),
];

/** Ways to the waiting webhook without the signature, or another one. */
const paths: Array<(path: string, random: Random) => string> = [
	(path) => path.split('?')[0],
	(path, random) => `${path.split('?')[0]}?signature=${random.bytes(32).toString('hex')}`,
	(path) => path.replace(/\/[^/]*\?/, '?'),
	(path, random) => path.replace(/\/\d+\//, `/${random.below(500)}/`),
	(path) => `${path}&approved=true`,
	(path, random) => path.replace(/\/[^/]*\?/, `/${random.pick(['x', '..', '%00', randomUUID()])}?`),
];

const WAYS: Record<string, Make> = {
	'a verified push with another ticket': signed((target, random) =>
		pushed(target, { lark_question: random.pick(tickets)(target, random), ...APPROVE }),
	),
	'a verified push with another place': signed((target, random) =>
		pushed(
			target,
			{ lark_question: target.sealed, ...APPROVE },
			{ context: random.pick([{}, null, { open_message_id: 'om_x' }, { open_message_id: [] }]) },
		),
	),
	'a verified push with an answer that is none': signed((target, random) =>
		pushed(target, {
			lark_question: target.sealed,
			answer: random.pick<unknown>(['', 'yes', 'submit', null, {}, ['approve'], 1, 'decline']),
		}),
	),
	'a verified push of a stranger': signed((target, random) =>
		pushed(
			target,
			{ lark_question: target.sealed, ...APPROVE },
			{},
			random.pick(['', `ou_${random.bytes(16).toString('hex')}`, '__proto__']),
		),
	),
	'a push with the signature of somebody else': (target) => {
		const { trigger, sealed } = target;
		const as = { ...trigger.subscription, encryptKey: 'another', verificationToken: 'another' };
		const push = trigger.push(pushed(target, { lark_question: sealed, ...APPROVE }), { as });
		return { url: trigger.url, method: 'POST', ...push };
	},
	'another body at the waiting webhook': posted((target, random) =>
		random.pick(bodies)(target, random),
	),
	'another path of the waiting webhook': (target, random) => ({
		url: target.url + random.pick(paths)(target.ticket.resume, random),
		method: random.pick(['POST', 'GET']),
		headers: JSON_ONLY,
		body: JSON.stringify(random.pick(bodies)(target, random)) ?? '',
	}),
	'another method at the waiting webhook': (target, random) => ({
		url: target.url + target.ticket.resume,
		method: random.pick(['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD']),
		headers: JSON_ONLY,
		body: '',
	}),
	'any bytes at the waiting webhook': (target, random) => ({
		url: target.url + target.ticket.resume,
		method: 'POST',
		headers: {
			'Content-Type': random.pick([
				'application/json',
				'text/plain',
				'application/x-www-form-urlencoded',
				'text/xml',
				'multipart/form-data; boundary=x',
			]),
		},
		body: random.bytes(random.below(2_000)),
	}),
};

const AT_ONCE = 8;

/**
 * Sends requests that look like answers to a question, in all ways that somebody may try, who has read a card,
 * the data of an execution, or both, or has found the address.
 *
 * @returns how often each status came, by way; and what has failed on the side of n8n
 */
export async function fuzzAnswers(
	target: Target,
	count: number,
	random: Random,
): Promise<{ outcomes: Record<string, Record<string, number>>; wrong: string[] }> {
	const outcomes: Record<string, Record<string, number>> = {};
	const wrong: string[] = [];
	const names = Object.keys(WAYS);
	let begun = 0;
	const worker = async () => {
		while (begun < count) {
			const name = names[begun++ % names.length] as keyof typeof WAYS;
			const { url, method, headers, body } = WAYS[name](target, random);
			const { status, text } = await request(url, method, { headers, body }).then(
				(sent) => ({ status: sent.status, text: sent.body }),
				(error: Error) => ({ status: 599, text: error.message }),
			);
			const known = (outcomes[name] ??= {});
			known[status] = (known[status] ?? 0) + 1;
			const isWrong = status >= 500 || text.includes('"success"');
			if (isWrong && wrong.length < 20) wrong.push(`${status} for ${name}: ${text.slice(0, 300)}`);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return { outcomes, wrong };
}
