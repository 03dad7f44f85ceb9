import { valueOf, type Application } from '../readSetup';
import { checkNamed, isTold, type Finding, type ReadSubject } from './finding';

const keys = checkNamed(
	'encryption',
	'event',
	'By Encrypt Key and Verification Token, Lark Trigger knows that a request comes from Lark.',
);

const COPY =
	'Copy Encrypt Key and Verification Token from "Events & Callbacks > Encryption Strategy" into the credential.';

const UNSIGNED =
	'Events are neither encrypted nor signed; only the Verification Token proves them.';

/** Where the credential has no keys, the trigger reads those of the app. */
function withoutOwnKeys(subject: ReadSubject, encryption: Application['encryption']): Finding {
	const { encryption_key: key, verification_token: verification } = encryption ?? {};
	if (key) {
		const finding =
			'Events are encrypted and signed; Lark Trigger reads the key of the app itself.';
		return keys.ok(subject, finding);
	}
	if (verification) {
		return keys.warning(
			subject,
			UNSIGNED,
			'Enter an Encrypt Key of up to 32 characters in the credential, then run Set Up.',
		);
	}
	const finding =
		'The credential has neither an Encrypt Key nor a Verification Token, and the app cannot read its own, so Lark Trigger refuses to start.';
	return keys.missing(subject, finding, COPY);
}

/** The keys at Lark against those of the credential. Nothing of either is shown. */
export function keyFindings(subject: ReadSubject): Finding[] {
	const { app, rest } = subject;
	const application = valueOf(rest.application);
	if (!isTold(subject) || application?.event?.subscription_type === 'websocket') return [];
	const { encryption } = application ?? {};
	if (!app.encryptKey && !app.verificationToken) return [withoutOwnKeys(subject, encryption)];
	if (!encryption) {
		const fix =
			'If events are refused, compare them under "Events & Callbacks > Encryption Strategy".';
		return [keys.warning(subject, 'The app cannot read its keys, so they are not compared.', fix)];
	}
	const { encryption_key: key = '', verification_token: verification = '' } = encryption;
	if (key !== app.encryptKey) {
		const finding = !app.encryptKey
			? 'Lark encrypts events, and the credential has no Encrypt Key.'
			: !key
				? 'The credential has an Encrypt Key and the app has none: Lark Trigger refuses events that are not signed.'
				: 'The Encrypt Key of the credential is not that of the app.';
		const fix = !key
			? 'Enter the Encrypt Key of the credential under "Events & Callbacks > Encryption Strategy" and publish a version, or run Set Up.'
			: COPY;
		return [keys.missing(subject, finding, fix)];
	}
	if (app.verificationToken && verification !== app.verificationToken) {
		const finding = 'The Verification Token of the credential is not that of the app.';
		return [keys.missing(subject, finding, COPY)];
	}
	return key
		? [keys.ok(subject, 'Events are encrypted and signed with the key of the credential.')]
		: [
				keys.warning(
					subject,
					UNSIGNED,
					'Set an Encrypt Key under "Events & Callbacks > Encryption Strategy" and in the credential.',
				),
			];
}
