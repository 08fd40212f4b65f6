# cmake -DOUT=file.cpp -DNAME=symbol -DFILES=a;b -P Embed.cmake
# Writes text files into the binary: `wt::embedded_NAME()` gives {file name, content} in order.
set(body "// Generated. Do not edit.\n#include \"base/embedded.hpp\"\n\nnamespace wt {\n\n")
string(APPEND body "std::vector<EmbeddedFile> const& ${NAME}()\n{\n    static std::vector<EmbeddedFile> const files{\n")
foreach(file IN LISTS FILES)
    get_filename_component(name ${file} NAME)
    file(READ ${file} content)
    string(APPEND body "        {\"${name}\", R\"embedded(${content})embedded\"},\n")
endforeach()
string(APPEND body "    };\n    return files;\n}\n\n} // namespace wt\n")
file(WRITE ${OUT} "${body}")
