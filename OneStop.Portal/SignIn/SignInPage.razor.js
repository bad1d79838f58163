// After signing out, nothing is left in this tab. After a timeout (the address then has returnUrl) the tab may still hold text that the
// server does not have; if somebody else signs in, that is deleted too (KeyboardShortcuts.razor.js).
if (!new URLSearchParams(location.search).has('returnUrl')) sessionStorage.clear();
