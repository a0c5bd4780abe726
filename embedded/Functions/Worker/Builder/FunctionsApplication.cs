using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The way into the host.</summary>
public class FunctionsApplication
{
    /// <summary>
    /// A builder for the functions of the calling assembly and of those it references. Arguments of the embedded host:
    /// <c>--port N</c> (0: any free port) and <c>--data DIR</c>; every other <c>--Name value</c> is a setting.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args, Assembly.GetCallingAssembly());
}
