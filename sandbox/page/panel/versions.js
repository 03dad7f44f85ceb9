import { changeApp, decideVersion } from '../console-api.js';
import { el } from '../dom.js';

/** @typedef {import('../api.js').Console} Console */

/** @type {Record<number, string>} */
const STATUS = { 1: 'approved', 2: 'rejected', 3: 'under review' };

/**
 * What the app's owner and an administrator see: the bot, the draft, the versions.
 *
 * @param {Console} app
 * @param {(change: () => Promise<unknown>) => void} attempt
 * @returns {Node[]}
 */
export function versionContent(app, attempt) {
	/** @param {string} label @param {'bot_enabled' | 'disabled' | 'needs_approval' | 'shows_settings'} key */
	const toggle = (label, key) => {
		const box = el('input', { type: 'checkbox', checked: app[key] });
		box.addEventListener('change', () =>
			attempt(() => changeApp(app.app_id, { [key]: box.checked })),
		);
		return el('label', { className: 'row' }, box, label);
	};
	return [
		toggle('The app has a bot', 'bot_enabled'),
		toggle('An administrator has disabled the app', 'disabled'),
		toggle('Versions need approval', 'needs_approval'),
		toggle('The app may read its events and keys', 'shows_settings'),
		addresses(app, attempt),
		el(
			'p',
			{},
			app.draft.length ? `Not published yet: ${app.draft.join(', ')}.` : 'Nothing is unpublished.',
		),
		el('ul', {}, ...app.versions.map((version) => versionRow(app, version, attempt))),
	];
}

/** @param {Console} app @param {(change: () => Promise<unknown>) => void} attempt */
function addresses(app, attempt) {
	const input = el('input', {
		value: app.allowed_ips.join(' '),
		placeholder: 'All addresses',
		ariaLabel: `IP allow list of ${app.name}`,
	});
	const form = el('form', { className: 'row' }, input, el('button', {}, 'Save'));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const allowed_ips = input.value.split(/[\s,]+/).filter(Boolean);
		attempt(() => changeApp(app.app_id, { allowed_ips }));
	});
	return el('div', {}, el('label', {}, 'IP allow list'), form);
}

/**
 * @param {Console} app
 * @param {Console['versions'][number]} version
 * @param {(change: () => Promise<unknown>) => void} attempt
 */
function versionRow({ app_id: id }, { version_id, version, status, remark }, attempt) {
	/** @param {string} label @param {boolean} approve */
	const button = (label, approve) => {
		const onclick = () => attempt(() => decideVersion(id, version_id, approve));
		return el('button', { type: 'button', onclick, ariaLabel: `${label} ${version}` }, label);
	};
	const buttons = status === 3 ? [button('Approve', true), button('Reject', false)] : [];
	const text = `${version}, ${STATUS[status]}: ${remark}`;
	return el('li', { className: 'row' }, el('span', {}, text), ...buttons);
}
