import { formerIn, isOwnUrl, isTriggerUrl, originOf } from '../../../../shared/requestUrl/address';
import {
	isPublishedUrl,
	knowsPublishedUrls,
	takesCallbacks,
} from '../../../../shared/requestUrl/publishedUrls';
import { valueOf } from '../readSetup';
import { connectionFinding } from './connections';
import { checkNamed, isTold, type Finding, type ReadSubject } from './finding';

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
	if (isOwnUrl(target.url, ownUrl)) return ownFinding(check, subject, what, target.url);
	return check.warning(
		subject,
		`${what} go to ${host}, which is not the address of this n8n (${ownUrl}).`,
		'If no other server needs them, save the Production URL of a Lark Trigger as request URL, or run Set Up with Replace the Request URL. If n8n is reached under another address, set N8N_WEBHOOK_URL to it.',
	);
}

const PUBLISH_HERE =
	'Publish a workflow with a Lark Trigger, which saves its URL by itself, or run Set Up.';

/** Whether somebody is at an address of this n8n. */
function ownFinding(check: Check, subject: ReadSubject, what: string, url: string): Finding {
	const isTaken = check === callbackDelivery ? takesCallbacks(url) : isPublishedUrl(url);
	if (isTaken) return check.ok(subject, `${what} go to a published workflow of this n8n: ${url}`);
	const { pathname } = new URL(url);
	if (formerIn(url) !== undefined || pathname.includes('/webhook-test/')) {
		return check.missing(
			subject,
			`${what} go to a Test URL of this n8n, where they only arrive while a test listens.`,
			PUBLISH_HERE,
		);
	}
	// A process that runs executions alone has no triggers, and cannot tell.
	return knowsPublishedUrls() && isTriggerUrl(url)
		? check.missing(
				subject,
				`${what} go to ${url}, and no workflow is published there.`,
				PUBLISH_HERE,
			)
		: check.ok(subject, `${what} go to this n8n: ${url}`);
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
