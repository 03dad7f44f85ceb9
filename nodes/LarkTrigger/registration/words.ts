import { originOf } from '../../shared/requestUrl/address';
import type { UrlOutcome } from '../../shared/requestUrl/registerUrl';
import { scopeLink } from '../../shared/transport/consoleLink';
import type { Registering } from './registering';

/** What is written into n8n's log. */
export interface Line {
	level: 'info' | 'warn';
	text: string;
}

const OPTIONS = '(Webhook Options of the Lark Trigger)';

/** What to do when another server gets the events of the app. */
export const elsewhereText = (url: string): string =>
	`The events of the app go to ${originOf(url)}, which is not the address of this n8n. If no other server needs them, turn on Replace the Request URL ${OPTIONS}. If that server forwards them to this n8n, turn off Register the Request URL.`;

function leftText({ obstacle, url }: Extract<UrlOutcome, { kind: 'left' }>): string {
	if (obstacle === 'elsewhere') return elsewhereText(url);
	if (obstacle === 'longConnection') {
		return 'The events of the app go over a long connection. To get them here, run App > Set Up of the Lark node with Receive Events By set to Webhook, which publishes a version of the app.';
	}
	return `The events of the app go to another webhook of this n8n, which is no Lark Trigger. If nothing needs them there, turn on Replace the Request URL ${OPTIONS}.`;
}

function savedText({ wish }: Registering): string {
	return wish.isTest
		? 'While the test listens, its Test URL is the request URL of the app'
		: 'The Production URL is the request URL of the app now';
}

function failedText({ error }: Extract<UrlOutcome, { kind: 'failed' }>, isRepeated: boolean) {
	const { message, description } = error as Error & { description?: string };
	const reason = [message.replace(/\.?$/, '.'), description].filter(Boolean).join(' ');
	return `The URL could not be saved as request URL of the app. ${reason}${isRepeated ? ' n8n tries again.' : ''}`;
}

/**
 * Says what became of the registration.
 *
 * @param isRepeated whether a failed attempt is made again
 * @returns undefined when there is nothing to say
 */
export function lineOf(
	registering: Registering,
	outcome: UrlOutcome,
	isRepeated: boolean,
): Line | undefined {
	const { app } = registering.lark;
	switch (outcome.kind) {
		case 'kept':
			return undefined;
		case 'saved':
			return { level: 'info', text: savedText(registering) };
		case 'left':
			return { level: 'warn', text: leftText(outcome) };
		case 'unreadable':
			return {
				level: 'info',
				text: 'Lark does not tell the app its request URL, so it stays as it is. Compare it with the URL of this trigger in the developer console.',
			};
		case 'notAllowed':
			return {
				level: 'info',
				text: `With the scope ${outcome.scope}, the trigger would save its URL as request URL by itself: ${scopeLink(app, [outcome.scope])}`,
			};
		case 'failed':
			return { level: 'warn', text: failedText(outcome, isRepeated) };
	}
}

/** Writes a line about a trigger into n8n's log. */
export function writeLine(
	{ logger, nodeName, workflowId }: Registering,
	line: Line | undefined,
): void {
	if (line) logger[line.level](`"${nodeName}": ${line.text}`, { nodeName, workflowId });
}
