import type { Step } from '../plan';
import { changed, left, unchanged, type Situation } from './step';

/** The longest key and token that the developer console takes. */
const MAX_LENGTH = 32;

/** The Verification Token of the credential, where the app has none: usually Lark has made one. */
function tokenSteps({ app, application }: Situation): Step[] {
	const { verification_token: current } = application.encryption ?? {};
	const { verificationToken: token } = app;
	if (!token || !application.encryption || token === current) return [];
	if (current) {
		return [
			left(
				'verificationToken',
				'The app has another Verification Token, which other servers may use, so it stays. Copy it from "Events & Callbacks > Encryption Strategy" into the credential, or empty the field there.',
			),
		];
	}
	if (token.length > MAX_LENGTH) {
		const detail = `Lark takes tokens of up to ${MAX_LENGTH} characters. Enter a shorter one.`;
		return [left('verificationToken', detail)];
	}
	const body = { event_and_callback_encrypt_strategy: { verification_token: token } };
	return [changed('verificationToken', 'Set the Verification Token of the credential', body)];
}

/** Encrypt Key and Verification Token of the credential, where the app has none; what is there is never replaced. */
export function keySteps(situation: Situation): Step[] {
	const { needs, wish } = situation;
	if (needs.events.length + needs.callbacks.length === 0 || wish.mode === 'websocket') return [];
	return [...encryptKeySteps(situation), ...tokenSteps(situation)];
}

function encryptKeySteps({ app, application }: Situation): Step[] {
	const { encryptKey } = app;
	if (!encryptKey) {
		return [
			left(
				'encryptKey',
				'The credential has no Encrypt Key. To have events encrypted and signed, enter one there, of up to 32 characters, and run Set Up again, or copy the one of the developer console.',
			),
		];
	}
	const { encryption } = application;
	if (!encryption) {
		return [left('encryptKey', 'The app may not read its Encrypt Key, so it is not changed')];
	}
	const { encryption_key: current } = encryption;
	if (current === encryptKey) {
		return [unchanged('encryptKey', 'The Encrypt Key is that of the credential')];
	}
	if (current) {
		return [
			left(
				'encryptKey',
				'The app has another Encrypt Key, which other servers may use, so it stays. Copy it from "Events & Callbacks > Encryption Strategy" into the credential.',
			),
		];
	}
	if (encryptKey.length > MAX_LENGTH) {
		return [
			left('encryptKey', `Lark takes keys of up to ${MAX_LENGTH} characters. Enter a shorter one.`),
		];
	}
	return [
		changed(
			'encryptKey',
			'Set the Encrypt Key of the credential: events are encrypted and signed',
			{
				event_and_callback_encrypt_strategy: { encryption_key: encryptKey },
			},
		),
	];
}
