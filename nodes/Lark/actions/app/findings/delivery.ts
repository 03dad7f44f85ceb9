import { connectionStatus, type ConnectionStatus } from '../../../../shared/connection/status';
import { isOwnUrl, originOf } from '../../../../shared/requestUrl/address';
import { valueOf } from '../readSetup';
import { checkNamed, isTold, saidBy, type Finding, type ReadSubject } from './finding';

const delivery = checkNamed(
	'delivery',
	'event',
	'Lark sends events either to one request URL or over a long connection.',
);
const callbackDelivery = checkNamed(
	'callbackDelivery',
	'event',
	'Callbacks have a request URL or long connection of their own.',
);
const connections = checkNamed(
	'connections',
	'event',
	'Each event goes to one of the open long connections, picked at random.',
);

interface Target {
	mode?: string;
	url?: string;
}

type Check = typeof delivery;

/** Whether what is sent comes to this n8n. */
function targetFinding(check: Check, subject: ReadSubject, what: string, target: Target): Finding {
	const { ownUrl, rest } = subject;
	const open = valueOf(rest.connections);
	if (target.mode === 'websocket') {
		if (open === 0) {
			return check.missing(
				subject,
				`${what} go over the long connection, and none is open.`,
				'Publish a workflow with a Lark Long Connection Trigger, or choose the request URL in the developer console.',
			);
		}
		return check.ok(subject, `${what} go over the long connection.`);
	}
	if (!target.url) {
		return check.missing(
			subject,
			`${what} have no request URL.`,
			'Save the Production URL of a Lark Trigger as request URL, or run Set Up with it.',
		);
	}
	const host = originOf(target.url);
	if (!ownUrl)
		return check.warning(subject, `${what} go to ${host}. Whether that is this n8n is not known.`);
	return isOwnUrl(target.url, ownUrl)
		? check.ok(subject, `${what} go to this n8n: ${target.url}`)
		: check.warning(
				subject,
				`${what} go to ${host}, which is not the address of this n8n (${ownUrl}).`,
				'If no other server needs them, save the Production URL of a Lark Trigger as request URL, or run Set Up with Replace the Request URL. If n8n is reached under another address, set N8N_WEBHOOK_URL to it.',
			);
}

function connectionFinding(subject: ReadSubject, isUsed: boolean): Finding {
	const { connections: reading } = subject.rest;
	if ('refusal' in reading) {
		return connections.warning(
			subject,
			`Open long connections cannot be counted. ${saidBy(reading.refusal)}`,
		);
	}
	const own = connectionStatus({ baseUrl: subject.app.consoleUrl, appId: subject.app.appId });
	if (own && own.state !== 'open') return brokenConnection(subject, own);
	const { value: open } = reading;
	if (open > 0 && !isUsed) {
		return connections.warning(
			subject,
			`${open} long connections are open, but events go to the request URL.`,
			'Choose the persistent connection in the developer console and publish a version, or use Lark Trigger.',
		);
	}
	if (open > 1) {
		return connections.warning(
			subject,
			`${open} long connections are open. If one belongs to another server, events are lost to it.`,
			'Use one app for each n8n and each other program.',
		);
	}
	const opened = own ? ` n8n connected at ${timeOf(own)}.` : '';
	return connections.ok(subject, `Open long connections: ${open}.${opened}`);
}

const timeOf = ({ since }: ConnectionStatus) => new Date(since).toISOString();

/** What the trigger of this process knows about its connection. */
function brokenConnection(subject: ReadSubject, own: ConnectionStatus): Finding {
	const { state, reason, attempts } = own;
	return connections.missing(
		subject,
		`The long connection of this n8n has been ${state} since ${timeOf(own)}: ${reason} (${attempts} attempts so far).`,
		'n8n goes on trying. If Lark refuses the connection, mend what it names and publish the workflow again.',
	);
}

/** Where events and callbacks go. */
export function deliveryFindings(subject: ReadSubject): Finding[] {
	if (!isTold(subject)) return [];
	const { needs, rest } = subject;
	const application = valueOf(rest.application);
	if (!application) return [];
	const { event } = application;
	const callback = application.callback ?? application.callback_info;
	if (!event) {
		return [
			delivery.warning(
				subject,
				'The app cannot read where its events go.',
				'Look under "Events & Callbacks" whether the request URL is the Production URL of a Lark Trigger, or the persistent connection is chosen.',
			),
		];
	}
	const events = { mode: event.subscription_type, url: event.request_url };
	const callbacks = { mode: callback?.callback_type, url: callback?.request_url };
	return [
		...(needs.events.length > 0 ? [targetFinding(delivery, subject, 'Events', events)] : []),
		...(needs.callbacks.length > 0 && callback
			? [targetFinding(callbackDelivery, subject, 'Callbacks', callbacks)]
			: []),
		connectionFinding(subject, [events.mode, callbacks.mode].includes('websocket')),
	];
}
