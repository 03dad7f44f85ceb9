import { connectionStatus, type ConnectionStatus } from '../../../../shared/connection/status';
import { checkNamed, saidBy, type Finding, type ReadSubject } from './finding';

const connections = checkNamed(
	'connections',
	'event',
	'Each event goes to one of the open long connections, picked at random.',
);

/** The open long connections of the app, and what became of the one of this process. */
export function connectionFinding(subject: ReadSubject, isUsed: boolean): Finding {
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
