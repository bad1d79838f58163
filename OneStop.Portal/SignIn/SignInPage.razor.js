// Who has signed out leaves nothing in this tab. Whose time had run out (then the place to go back to is in the address) may still have
// words in it that the server has not; if somebody else signs in, those go as well (KeyboardShortcuts.razor.js).
if (!new URLSearchParams(location.search).has('returnUrl')) sessionStorage.clear();
