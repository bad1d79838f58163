namespace OneStop.Portal.ForClients;

/// <summary>What a client's telephone opens without signing in: our pictures, by their unguessable address. The privacy page is a static component.</summary>
internal static class ClientPages
{
    extension(IEndpointRouteBuilder app)
    {
        public void MapClientPages()
        {
            app.MapGet("/m/{key}", (string key, Features.Conversations.FileGate gate) => gate.OpenPublic(key, preview: false)).AllowAnonymous();
            app.MapGet("/m/{key}/preview", (string key, Features.Conversations.FileGate gate) => gate.OpenPublic(key, preview: true)).AllowAnonymous();
        }
    }
}
