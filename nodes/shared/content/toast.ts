/** How a toast looks: the choices of the editor, with Lark's values. */
export const TOAST_STYLES = [
	{ name: 'Error', value: 'error' },
	{ name: 'Info', value: 'info' },
	{ name: 'Success', value: 'success' },
	{ name: 'Warning', value: 'warning' },
];
