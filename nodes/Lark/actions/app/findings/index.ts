import { accessFindings } from './access';
import { deliveryFindings } from './delivery';
import { subscriptionFindings } from './events';
import type { Finding, Subject } from './finding';
import { keyFindings } from './keys';
import { rangeFindings } from './ranges';
import { scopeFindings } from './scopes';
import { versionFindings } from './version';

/** Everything that can be found out, in the order in which it is mended. */
export function findingsOf(subject: Subject): Finding[] {
	const { rest } = subject.setup;
	const access = accessFindings(subject);
	if (!rest) return access;
	const read = { ...subject, rest };
	return [
		...access,
		...versionFindings(read),
		...scopeFindings(read),
		...subscriptionFindings(read),
		...deliveryFindings(read),
		...keyFindings(read),
		...rangeFindings(read),
	];
}
