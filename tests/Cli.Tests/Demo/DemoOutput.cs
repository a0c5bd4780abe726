using System.Text;

namespace CrossRegion.Cli.Tests.Demo;

/// <summary>What a demo writes, told line by line while it runs.</summary>
internal sealed class DemoOutput(Action<string>? written = null) : TextWriter
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public string LastLine
    {
        get
        {
            lock (_gate)
            {
                return _lines.LastOrDefault() ?? string.Empty;
            }
        }
    }

    public override void Write(char value)
    {
        string? complete = null;
        lock (_gate)
        {
            if (value == '\n')
            {
                complete = _line.ToString();
                _line.Clear();
                _lines.Add(complete);
            }
            else
            {
                _line.Append(value);
            }
        }
        if (complete is not null)
        {
            written?.Invoke(complete);
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return string.Join('\n', _lines);
        }
    }
}
