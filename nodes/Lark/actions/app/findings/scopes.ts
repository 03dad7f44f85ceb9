import { lackingScopes } from '../../../../shared/purpose/purposes';
import { scopeLink } from '../../../../shared/transport/consoleLink';
import { valueOf } from '../readSetup';
import { checkNamed, listOf, saidBy, type Finding, type ReadSubject } from './finding';

const scopes = checkNamed(
	'scopes',
	'auth',
	'Without its scope, Lark refuses a call and pushes no event.',
);

/** The scopes that the app needs, against those that the console has and those that the company has granted. */
export function scopeFindings(subject: ReadSubject): Finding[] {
	const { needs, app, rest } = subject;
	if ('refusal' in rest.scopes) {
		return [scopes.warning(subject, `The scopes cannot be read. ${saidBy(rest.scopes.refusal)}`)];
	}
	const known = rest.scopes.value;
	const granted = known.filter(({ isGranted }) => isGranted).map(({ name }) => name);
	const missing = lackingScopes(
		needs,
		known.map(({ name }) => name),
	);
	const lacking = lackingScopes(needs, [...granted, ...missing]);
	const isUnderReview = Boolean(valueOf(rest.application)?.unaudit_version_id);
	const findings = [
		missing.length > 0 &&
			scopes.missing(
				subject,
				`The app lacks ${listOf(missing, 30)}.`,
				'Add them: the link opens the page with these scopes chosen. Then publish a version. Or run Set Up.',
				scopeLink(app, missing),
			),
		lacking.length > 0 &&
			scopes.missing(
				subject,
				`The app has asked for ${listOf(lacking, 30)}, and the company has not granted it.`,
				isUnderReview
					? 'An administrator has to approve the version that is under review.'
					: 'Publish a version under "Version Management & Release". An administrator may have to approve it.',
				isUnderReview ? undefined : scopeLink(app, lacking),
			),
	].filter((finding) => finding !== false);
	return findings.length > 0 ? findings : [scopes.ok(subject, 'The app has all scopes it needs.')];
}
