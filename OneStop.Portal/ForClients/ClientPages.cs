namespace OneStop.Portal.ForClients;

/// <summary>What a client's telephone opens without signing in: our pictures and documents, by their unguessable address. The pages are static components.</summary>
internal static class ClientPages
{
    extension(IEndpointRouteBuilder app)
    {
        public void MapClientPages()
        {
            app.MapGet("/m/{key}", (string key, Features.Conversations.FileGate gate) => gate.OpenPublic(key, preview: false)).AllowAnonymous();
            app.MapGet("/d/{key}/file", (string key, bool? save, Features.Conversations.FileGate gate) => gate.OpenDocument(key, save == true)).AllowAnonymous();
            app.MapGet("/m/{key}/preview", (string key, Features.Conversations.FileGate gate) => gate.OpenPublic(key, preview: true)).AllowAnonymous();
        }
    }
}
